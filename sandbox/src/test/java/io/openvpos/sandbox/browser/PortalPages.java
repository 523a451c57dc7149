package io.openvpos.sandbox.browser;

import io.openvpos.sandbox.platform.DemoCredentials;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Endpoints;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The pages of the portal as people of the bank and of a shop see them, as source.
final class PortalPages {

  private static final String PASSWORD = "sekiz sarı kanarya sabahı";

  private final Bank bank;
  private final Endpoints at;

  PortalPages(Bank bank) {
    this.bank = bank;
    at = bank.platform().endpoints();
  }

  /// Of an operator of the bank.
  Map<String, String> ofOperations(String merchantId) {
    DemoCredentials people = bank.platform().credentials();
    return seen(
        people.opsEmail(),
        people.opsPassword(),
        below(
            at.merchant(),
            "/portal",
            "/portal/merchants/" + merchantId,
            "/portal/audit?subject=merchant:" + merchantId,
            "/portal/applications"));
  }

  /// Of the bank's finance.
  Map<String, String> ofFinance(String day, String batch) {
    DemoCredentials people = bank.platform().credentials();
    return seen(
        people.financeEmail(),
        people.financePassword(),
        below(
            at.settlement(),
            "/portal/finance",
            "/portal/finance/days/" + day,
            "/portal/finance/batches/" + batch,
            "/portal/finance/batches/" + batch + "/line?seq=1",
            "/portal/finance/payouts",
            "/portal/finance/payables",
            "/portal/finance/chargebacks",
            "/portal/finance/exceptions",
            "/portal/finance/bank-messages",
            "/portal/finance/bank-exceptions",
            "/portal/finance/report-jobs"));
  }

  /// Of an analyst of fraud.
  Map<String, String> ofFraud() {
    return seen(
        invited("kanarya.analist@acquirer.test", "fraud_analyst", null),
        PASSWORD,
        below(
            at.fraud(),
            "/portal/fraud/cases",
            "/portal/fraud/lists",
            "/portal/fraud/rules",
            "/portal/fraud/models",
            "/portal/fraud/dashboard"));
  }

  /// Of a shop's administrator.
  Map<String, String> ofTheShop(DemoMerchants.Shop shop, List<String> payments) {
    Stream<String> each =
        payments.stream().map(id -> at.merchant() + "/portal/payments/" + id + "?mode=test");
    Stream<String> others =
        below(
            at.merchant(),
            "/portal",
            "/portal/payments?mode=test",
            "/portal/links",
            "/portal/webhooks",
            "/portal/balances",
            "/portal/keys",
            "/portal/security",
            "/portal/certification")
            .stream();
    return seen(
        invited("kanarya@shop.test", "merchant_admin", shop.merchantId()),
        PASSWORD,
        Stream.concat(each, others).toList());
  }

  private static List<String> below(String base, String... paths) {
    return Stream.of(paths).map(path -> base + path).toList();
  }

  private String invited(String email, String role, @Nullable String merchantId) {
    Map<String, Object> invite = new LinkedHashMap<>();
    invite.put("email", email);
    invite.put("name", "Kanarya");
    invite.put("roles", List.of(role));
    if (merchantId != null) {
      invite.put("merchant_id", merchantId);
    }
    String token = bank.ops().post("/v1/users", invite).expect(201).path("token").asString("");
    try (Browser guest = Browser.withoutScript(at.merchant())) {
      guest.go("/portal/invitation?token=" + token);
      guest.type("new_password", PASSWORD);
      guest.type("repeated_password", PASSWORD);
      guest.send("/portal/invitation");
    }
    return email;
  }

  private Map<String, String> seen(String email, String password, List<String> addresses) {
    Map<String, String> pages = new LinkedHashMap<>();
    try (Browser person = Browser.withoutScript("")) {
      person.go(at.merchant() + "/portal/sign-in?lang=tr");
      person.type("email", email);
      person.type("password", password);
      person.send("/portal/sign-in");
      List<String> refused = new ArrayList<>();
      for (String address : addresses) {
        person.go(address);
        pages.put(address, person.source());
        if (!person.all("#problem, input[name=password]").isEmpty()) {
          refused.add(address + ": " + person.page());
        }
      }
      if (!refused.isEmpty()) {
        throw new AssertionError("pages that were not shown: " + refused);
      }
    }
    return pages;
  }
}
