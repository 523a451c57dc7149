package io.openvpos.sandbox.platform;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.platform.ApplicationJourney.Business;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The two shops that a platform starts with, kept with the data: in the sandbox they apply and are
/// taken on as everybody is; where there is no site to check, staff make them directly.
public record DemoMerchants(Shop first, Shop second) {

  /// A shop and its secret key for test mode.
  public record Shop(String merchantId, String secretKey) {
    @Override
    public String toString() {
      return merchantId;
    }
  }

  static final Map<String, Integer> WIDE_LIMITS =
      Map.of(
          "floor_minor_units", 50_000,
          "attempts_per_minute", 100_000,
          "attempts_per_hour", 100_000,
          "attempts_per_day", 100_000);

  private static final String FIRST = "Çınar Kırtasiye";
  private static final String FIRST_MCC = "5943";
  private static final String FIRST_IBAN = "TR330006100519786457841326";
  private static final String SECOND = "Ada Mutfak";
  private static final String SECOND_MCC = "5812";
  private static final String SECOND_IBAN = "TR320010009999901234567890";

  /// Reads the file, or takes two businesses through the whole journey and keeps them.
  ///
  /// @param site a shop that passes the site check
  public static DemoMerchants apply(
      Path file, Endpoints endpoints, DemoCredentials credentials, String site) {
    return open(
        file,
        endpoints,
        kept -> true,
        () -> {
          ApplicationJourney journey = new ApplicationJourney(endpoints, credentials, site);
          return new DemoMerchants(
              journey.take(
                  new Business(
                      FIRST, "4540536920", FIRST_MCC, FIRST_IBAN, "isil@cinar-kirtasiye.test")),
              journey.take(
                  new Business(
                      SECOND, "1234567890", SECOND_MCC, SECOND_IBAN, "deniz@ada-mutfak.test")));
        });
  }

  /// Reads the file, or has staff make the shops on the platform and keeps them. Shops that the
  /// platform does not know are made anew: its data was wiped, the file was not.
  public static DemoMerchants open(Path file, Endpoints endpoints, DemoCredentials credentials) {
    Api ops =
        Api.of(endpoints.merchant())
            .as(token(endpoints, credentials.opsEmail(), credentials.opsPassword()));
    return open(
        file,
        endpoints,
        kept -> known(ops, kept.first()) && known(ops, kept.second()),
        () ->
            new DemoMerchants(
                shop(ops, FIRST, FIRST_MCC, FIRST_IBAN),
                shop(ops, SECOND, SECOND_MCC, SECOND_IBAN)));
  }

  private static DemoMerchants open(
      Path file,
      Endpoints endpoints,
      Predicate<DemoMerchants> stillThere,
      Supplier<DemoMerchants> making) {
    JsonMapper json = new JsonMapper();
    if (Files.exists(file)) {
      DemoMerchants kept = json.readValue(file.toFile(), DemoMerchants.class);
      if (stillThere.test(kept)) {
        return kept;
      }
    }
    DemoMerchants made = making.get();
    KeptFile.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(made));
    awaitKnown(endpoints, made.first());
    awaitKnown(endpoints, made.second());
    return made;
  }

  private static boolean known(Api ops, Shop shop) {
    return ops.get("/v1/merchants/" + shop.merchantId()).status() != 404;
  }

  /// Blocks until the edge takes the shop's key: it hears of new keys over Kafka.
  public static void awaitKnown(Endpoints endpoints, Shop shop) {
    Api edge = Api.of(endpoints.authorization()).as(shop.secretKey());
    Api.await("the edge knows " + shop, () -> edge.get("/v1/payments?limit=1").status() == 200);
  }

  /// An access token for a member of staff.
  public static String token(Endpoints endpoints, String email, String password) {
    JsonNode session =
        Api.of(endpoints.merchant())
            .post("/v1/sessions", Map.of("email", email, "password", password))
            .expect(201);
    return session.path("access_token").asString("");
  }

  /// A new shop in test mode with wide velocity limits, made by the acquirer's staff.
  public static Shop shop(Api ops, String name, String mcc, String iban) {
    return shop(ops, name, mcc, iban, Map.of());
  }

  /// The same under terms of its own.
  ///
  /// @param contract as the contract call takes it; what is absent is the platform's
  public static Shop shop(
      Api ops, String name, String mcc, String iban, Map<String, Object> contract) {
    return shop(ops, name, mcc, iban, contract, Map.copyOf(WIDE_LIMITS));
  }

  /// The same with limits of its own.
  ///
  /// @param riskPolicy as the merchant call takes it; what is absent is the platform's
  public static Shop shop(
      Api ops,
      String name,
      String mcc,
      String iban,
      Map<String, Object> contract,
      Map<String, Object> riskPolicy) {
    JsonNode merchant =
        ops.post(
                "/v1/merchants",
                Map.of(
                    "name",
                    name,
                    "mcc",
                    mcc,
                    "iban",
                    iban,
                    "currencies",
                    List.of("TRY", "USD", "EUR", "GBP"),
                    "modes",
                    List.of("test"),
                    "contract",
                    contract,
                    "risk_policy",
                    riskPolicy))
            .expect(201);
    String id = merchant.path("id").asString("");
    JsonNode key =
        ops.post("/v1/merchants/" + id + "/api-keys", Map.of("mode", "test", "scope", "secret"))
            .expect(201);
    return new Shop(id, key.path("key").asString(""));
  }
}
