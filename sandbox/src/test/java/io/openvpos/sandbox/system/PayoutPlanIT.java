package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.scenario.BusinessDay;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.scenario.Shop.Order;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import io.openvpos.sandbox.verify.Verdict;
import io.openvpos.sandbox.verify.Verify;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// A contract that pays by instalment and one that holds a reserve, quoted, sold under, explained,
/// closed and verified.
@ExtendWith(RunningPlatform.class)
@OnChosenGround
class PayoutPlanIT {

  private static final List<Map<String, Object>> ROWS =
      List.of(
          Map.of("rate_basis_points", 200),
          Map.of("card_class", "debit", "rate_basis_points", 100),
          Map.of("card_class", "prepaid", "rate_basis_points", 100));

  /// A weekend and a holiday may lie between.
  private static final int CLOSES_AT_MOST = 8;

  private final Bank bank;
  private final BusinessDay days;

  PayoutPlanIT(Bank bank) {
    this.bank = bank;
    days = bank.days();
  }

  @Test
  void whatIsPaidByInstalmentIsDueByTheMonthAsQuoted() {
    DemoMerchants.Shop account =
        shop("Taksitli Mobilya", Map.of("rows", ROWS, "by_installment", true));
    Shop shop = bank.at(account);
    String day = days.open();
    JsonNode quote = quote(account, 12_000, 3);
    assertSold(shop.pay(Order.of(10_000, SandboxCards.VISA), "T-1"));
    assertSold(shop.pay(Order.of(12_000, SandboxCards.VISA).over(3), "T-3"));
    days.close(day);

    assertThat(quote.path("commission").asLong()).isEqualTo(240);
    assertThat(quote.path("tax").asLong()).isEqualTo(12);
    assertThat(quote.path("net").asLong()).isEqualTo(11_748);
    assertThat(quote.path("payouts").size()).isEqualTo(3);
    assertThat(quote.path("payouts").path(0).path("amount").asLong()).isEqualTo(3_916);
    // The single shot alone is paid; the three parts wait for their months.
    awaitBalance(account, "paid_out", 9_790);
    awaitBalance(account, "available", 11_748);
    assertExplained(account, 240, 12);
    assertSound();
  }

  @Test
  void aReserveIsHeldOfTheBatchAndGivenBack() {
    DemoMerchants.Shop account =
        shop(
            "Rezervli Turizm",
            Map.of("rows", ROWS, "reserve", Map.of("basis_points", 500, "release_days", 5)));
    Shop shop = bank.at(account);
    String day = days.open();
    assertSold(shop.pay(Order.of(10_000, SandboxCards.VISA), "R-1"));
    days.close(day);

    // Half up of 5 % of 97.90.
    awaitBalance(account, "reserve", 490);
    awaitBalance(account, "paid_out", 9_300);
    assertSound();
    for (int closes = 0; closes < CLOSES_AT_MOST && balance(account, "reserve") > 0; closes++) {
      days.close(days.open());
    }
    awaitBalance(account, "reserve", 0);
    awaitBalance(account, "paid_out", 9_790);
    assertSound();
  }

  @Test
  void aVersionWaitsForASecondPerson() {
    DemoMerchants.Shop account = shop("Dört Göz Optik", Map.of());
    String contracts = "/v1/merchants/" + account.merchantId() + "/contracts";
    Map<String, Object> wanted = Map.of("from_day", "2028-01-03", "terms", Map.of("value_days", 2));

    JsonNode proposed = bank.ops().post(contracts, wanted).expect(201);

    assertThat(proposed.path("status").asString()).isEqualTo("proposed");
    assertThat(proposed.path("version").asInt()).isEqualTo(2);
    assertThat(bank.ops().post(contracts + "/2/approve", null).string("code"))
        .isEqualTo("contract_same_person");
    assertThat(bank.ops().post(contracts, wanted).string("code"))
        .isEqualTo("contract_already_proposed");
    bank.ops().post(contracts + "/2/withdraw", null).expect(200);
    assertThat(merchant(account).get(contracts).expect(200).path("data").size()).isOne();
    assertThat(merchant(account).post(contracts, wanted).status()).isEqualTo(403);
  }

  @Test
  void aQuoteRefusesWhatTheLawDoes() {
    DemoMerchants.Shop account = shop("Lokanta", "5812", Map.of());
    String quotes = "/v1/merchants/" + account.merchantId() + "/quotes";
    Map<String, Object> sale =
        Map.of(
            "amount",
            5_000,
            "currency",
            "TRY",
            "installments",
            2,
            "card",
            Map.of("bin", "41556501"));

    assertThat(merchant(account).post(quotes, sale).string("code"))
        .isEqualTo("installments_not_allowed");
    assertThat(
            merchant(account)
                .post(
                    quotes,
                    Map.of(
                        "amount",
                        5_000,
                        "currency",
                        "TRY",
                        "card",
                        Map.of("bin", "4155650100416111")))
                .status())
        .isEqualTo(400);
    Api edge = Api.of(bank.platform().endpoints().authorization()).as(account.secretKey());
    assertThat(edge.get("/v1/bins/41556501").expect(200).path("card_class").asString())
        .isEqualTo("domestic_credit");
    assertThat(edge.get("/v1/bins/415565010").status()).isEqualTo(400);
    assertThat(edge.get("/v1/bins/100000").status()).isEqualTo(404);
  }

  private DemoMerchants.Shop shop(String name, Map<String, Object> contract) {
    return shop(name, "5943", contract);
  }

  private DemoMerchants.Shop shop(String name, String mcc, Map<String, Object> contract) {
    DemoMerchants.Shop shop =
        DemoMerchants.shop(bank.ops(), name, mcc, "TR330006100519786457841326", contract);
    DemoMerchants.awaitKnown(bank.platform().endpoints(), shop);
    return shop;
  }

  private Api merchant(DemoMerchants.Shop account) {
    return Api.of(bank.platform().endpoints().merchant()).as(account.secretKey());
  }

  private JsonNode quote(DemoMerchants.Shop account, long amount, int installments) {
    return merchant(account)
        .post(
            "/v1/merchants/" + account.merchantId() + "/quotes",
            Map.of(
                "amount",
                amount,
                "currency",
                "TRY",
                "installments",
                installments,
                "card",
                Map.of("bin", "41556501")))
        .expect(200);
  }

  /// One of the captures has that commission and tax, and its explanation says so.
  private void assertExplained(DemoMerchants.Shop account, long commission, long tax) {
    String entries = "/v1/merchants/" + account.merchantId() + "/ledger/entries";
    JsonNode last =
        merchant(account).get(entries + "?after_seq=1&limit=1").expect(200).path("data").path(0);
    String id = URLEncoder.encode(last.path("id").asString(), StandardCharsets.UTF_8);
    JsonNode capture =
        merchant(account)
            .get(entries + "/" + id)
            .expect(200)
            .path("explanation")
            .path("captures")
            .path(0);
    assertThat(capture.path("commission").asLong()).isEqualTo(commission);
    assertThat(capture.path("tax").asLong()).isEqualTo(tax);
    assertThat(capture.path("contract_version").asInt()).isEqualTo(1);
    assertThat(capture.path("roundings").path(0).path("exact").asString())
        .isEqualTo("12000 * 200 / 10000");
  }

  /// A refused sale is a payment too: what follows would wait for money that never comes.
  private static void assertSold(Reply reply) {
    assertThat(reply.expect(201).path("status").asString()).as(reply.text()).isEqualTo("captured");
  }

  private void awaitBalance(DemoMerchants.Shop account, String field, long amount) {
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() -> assertThat(balance(account, field)).as(field).isEqualTo(amount));
  }

  private long balance(DemoMerchants.Shop account, String field) {
    return merchant(account)
        .get("/v1/merchants/" + account.merchantId() + "/balances")
        .expect(200)
        .path("data")
        .path(0)
        .path(field)
        .asLong();
  }

  private void assertSound() {
    List<Verdict> verdicts = Verify.run(bank.platform().evidence());
    assertThat(verdicts).hasSize(12).allMatch(Verdict::ok);
  }
}
