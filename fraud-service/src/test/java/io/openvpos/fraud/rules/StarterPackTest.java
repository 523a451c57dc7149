package io.openvpos.fraud.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.fraud.fakes.Payments;
import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.fraud.rules.code.Subject;
import io.openvpos.fraud.rules.judging.RuleDefinition;
import io.openvpos.fraud.rules.judging.RuleEngine;
import io.openvpos.fraud.rules.judging.RuleFields;
import io.openvpos.fraud.rules.judging.RunnableSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Each rule of the pack with a payment that it matches; a usual payment is matched by none.
class StarterPackTest {

  private static final Subject.Lists WATCHED =
      (list, value) ->
          ListName.values().get(list).code().equals("watch_ip") && value.equals("198.51.100.9");

  private static final Map<String, Payments> CASES =
      Map.ofEntries(
          Map.entry("card_testing_burst", usual().with(Feature.CARD_COUNT_1M, 5)),
          Map.entry("card_hourly_velocity", usual().with(Feature.CARD_COUNT_1H, 11)),
          Map.entry(
              "card_daily_sum",
              usual().with(Feature.CARD_SUM_1D, 5_000_001).with(Feature.CARD_COUNT_1D, 5)),
          Map.entry("card_many_merchants_hour", usual().with(Feature.CARD_MERCHANTS_1H, 4)),
          Map.entry("card_many_merchants_day", usual().with(Feature.CARD_MERCHANTS_1D, 8)),
          Map.entry(
              "small_amount_testing",
              usual()
                  .with(Feature.AMOUNT, 100)
                  .with(Feature.CARD_COUNT_1H, 3)
                  .with(Feature.CARD_MERCHANTS_1H, 2)),
          Map.entry(
              "bin_attack_minute",
              newSmall().with(Feature.BIN_CARDS_1H, 20).with(Feature.BIN_COUNT_1M, 5)),
          Map.entry(
              "bin_enumeration",
              newSmall().email("").with(Feature.BIN_CARDS_1H, 30).with(Feature.AMOUNT, 4_999)),
          Map.entry(
              "merchant_card_burst",
              usual().with(Feature.TERMINAL_CARDS_1H, 50).with(Feature.AMOUNT, 1_999)),
          Map.entry(
              "small_tests_at_merchant",
              newSmall().with(Feature.TERMINAL_CARDS_1H, 15).with(Feature.IP_CARDS_1H, 2)),
          Map.entry(
              "card_tested_twice",
              newSmall().with(Feature.TERMINAL_CARDS_1H, 15).with(Feature.CARD_COUNT_1H, 2)),
          Map.entry(
              "takeover_spree",
              usual()
                  .with(Feature.AMOUNT, 500_001)
                  .with(Feature.AMOUNT_TO_MEDIAN, 5.5)
                  .with(Feature.CARD_BIG_14D, 1)
                  .with(Feature.CARD_COUNT_1H, 2)),
          Map.entry("ip_many_cards_hour", newSmall().with(Feature.IP_CARDS_1H, 5)),
          Map.entry(
              "ip_many_cards_day",
              usual().with(Feature.CARD_COUNT_30D, 2).with(Feature.IP_CARDS_1D, 20)),
          Map.entry("email_many_cards_day", usual().with(Feature.EMAIL_CARDS_1D, 4)),
          Map.entry("email_many_cards_month", usual().with(Feature.EMAIL_CARDS_30D, 8)),
          Map.entry(
              "device_many_cards_day", usual().device("dev-7").with(Feature.DEVICE_CARDS_1D, 4)),
          Map.entry(
              "night_high_amount",
              usual()
                  .at(Payments.NOON.minus(Duration.ofHours(9)))
                  .with(Feature.AMOUNT, 2_000_001)
                  .with(Feature.CARD_DAYS_KNOWN, -1)),
          Map.entry(
              "amount_far_above_usual",
              usual().with(Feature.AMOUNT, 500_001).with(Feature.AMOUNT_TO_MEAN, 8.5)),
          Map.entry(
              "new_card_high_amount",
              usual().with(Feature.AMOUNT, 5_000_001).with(Feature.CARD_COUNT_30D, 1)),
          Map.entry(
              "foreign_card_many_instalments",
              usual().with(Feature.FOREIGN_CARD, 1).with(Feature.INSTALLMENTS, 6)),
          Map.entry(
              "country_currency_mismatch",
              usual().with(Feature.FOREIGN_CARD, 1).with(Feature.AMOUNT, 1_000_001)),
          Map.entry(
              "prepaid_high_amount", usual().funding("prepaid").with(Feature.AMOUNT, 1_000_001)),
          Map.entry(
              "refund_abuse",
              usual()
                  .with(Feature.CARD_REFUNDED_30D, 4)
                  .with(Feature.CARD_REFUNDED_SHARE_30D, 0.5)),
          Map.entry("watched", usual().ip("198.51.100.9")),
          Map.entry("model_certain", usual().probability(0.95)));

  private final RunnableSet pack = RunnableSet.of(1, StarterPack.rules());

  @Test
  void everyRuleHasAPaymentThatItMatches() {
    assertThat(StarterPack.rules()).extracting(RuleDefinition::code).hasSizeGreaterThan(19);
    for (RuleDefinition rule : StarterPack.rules()) {
      assertThat(CASES).as("a case").containsKey(rule.code());
      assertThat(matching(CASES.getOrDefault(rule.code(), usual()))).contains(rule.code());
    }
  }

  @Test
  void aUsualPaymentIsMatchedByNone() {
    assertThat(matching(usual())).isEmpty();
    assertThat(matching(usual().ip("").email("").from("DE"))).isEmpty();
  }

  private List<String> matching(Payments payment) {
    RuleEngine.Judged judged = payment.judged();
    Subject subject =
        RuleFields.subject(judged.facts(), judged.vector(), 5, judged.probability(), WATCHED);
    return pack.matching(subject, RunnableSet.Observer.NONE, false).stream()
        .map(RuleDefinition::code)
        .toList();
  }

  /// Who sends shoes back pays for others.
  @Test
  void aGoodCustomerMaySendThingsBack() {
    Payments customer = usual().with(Feature.CARD_REFUNDED_30D, 4);
    assertThat(matching(customer.with(Feature.CARD_REFUNDED_SHARE_30D, 0.4))).isEmpty();
    assertThat(matching(usual().with(Feature.EMAIL_REFUNDED_30D, 7))).isEmpty();
    assertThat(matching(usual().with(Feature.EMAIL_REFUNDED_30D, 8)))
        .containsExactly("refund_abuse");
  }

  /// Strangers behind one address of a mobile carrier, and a popular BIN, are no attack.
  @Test
  void aBusyAddressAndABusyBinAloneDeclineNobody() {
    Payments busy =
        usual()
            .with(Feature.IP_CARDS_1H, 40)
            .with(Feature.BIN_CARDS_1H, 400)
            .with(Feature.BIN_COUNT_1M, 60)
            .with(Feature.TERMINAL_CARDS_1H, 45);
    assertThat(matching(busy)).isEmpty();
  }

  /// The first small sale of a card.
  private static Payments newSmall() {
    return usual().with(Feature.AMOUNT, 1_000).with(Feature.CARD_COUNT_30D, 1);
  }

  private static Payments usual() {
    return Payments.usual();
  }
}
