package io.openvpos.sandbox.system;

import static org.awaitility.Awaitility.await;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Platform;
import io.openvpos.sandbox.scenario.BusinessDay;
import io.openvpos.sandbox.scenario.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One platform for every test class that asks for it, stopped when the last test has run.
public final class RunningPlatform implements ParameterResolver {

  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(RunningPlatform.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Bank.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent("system", key -> Bank.start(), Bank.class);
  }

  /// The running platform and the people who use it.
  public record Bank(Platform platform) implements AutoCloseable {

    static Bank start() {
      try {
        Path data = Files.createTempDirectory("open-vpos-system");
        return new Bank(PatientPlatform.start(data));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /// A new shop, known to nobody else.
    public DemoMerchants.Shop newShop(String name) {
      DemoMerchants.Shop shop =
          DemoMerchants.shop(ops(), name, "5943", "TR330006100519786457841326");
      DemoMerchants.awaitKnown(platform.endpoints(), shop);
      return shop;
    }

    public Shop at(DemoMerchants.Shop shop) {
      return new Shop(platform.endpoints().authorization(), shop.secretKey());
    }

    /// Waits until an item is done of the list that leads the shop to live mode.
    void awaitPassed(DemoMerchants.Shop shop, String item) {
      Api api = Api.of(platform.endpoints().merchant()).as(shop.secretKey());
      await()
          .atMost(PatientPlatform.PATIENCE)
          .until(() ->
              api.get("/v1/merchants/" + shop.merchantId() + "/certification")
                  .expect(200)
                  .path("items")
                  .valueStream()
                  .anyMatch(each ->
                      each.path("item").asString("").equals(item)
                          && each.path("passed").asBoolean()));
    }

    public Api ops() {
      return merchantAs(platform.credentials().opsEmail(), platform.credentials().opsPassword());
    }

    public Api merchantAsFinance() {
      return merchantAs(
          platform.credentials().financeEmail(), platform.credentials().financePassword());
    }

    public Api settlement() {
      return platform.settlementAsFinance();
    }

    public BusinessDay days() {
      return new BusinessDay(settlement());
    }

    private Api merchantAs(String email, String password) {
      String token = DemoMerchants.token(platform.endpoints(), email, password);
      return Api.of(platform.endpoints().merchant()).as(token);
    }

    @Override
    public void close() {
      platform.close();
    }
  }
}
