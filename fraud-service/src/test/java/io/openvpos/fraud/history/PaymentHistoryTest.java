package io.openvpos.fraud.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.history.Attempt.CardKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaymentHistoryTest {

  private static final long NOON = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long SEED = 11;

  private final PaymentHistory history = new PaymentHistory();
  private long payments;

  @Test
  void everyWindowEndsAtTheAttemptAndIncludesIt() {
    pay("c", "m", NOON - DAY, 100);
    pay("c", "m", NOON - DAY + 1, 200);
    double[] vector = pay("c", "m", NOON, 600);
    pay("c", "m", NOON + 1, 900);
    assertThat(at(vector, Feature.CARD_COUNT_1D)).isEqualTo(2);
    assertThat(at(vector, Feature.CARD_COUNT_7D)).isEqualTo(3);
    assertThat(at(vector, Feature.CARD_MEAN_1D)).isEqualTo(400);
    assertThat(at(vector, Feature.CARD_MEAN_7D)).isEqualTo(300);
    assertThat(at(vector, Feature.AMOUNT_TO_MEAN)).isEqualTo(4);
    assertThat(at(vector, Feature.CARD_MAX_30D)).isEqualTo(200);
  }

  @Test
  void aCardsFirstAttemptHasNothingToCompareWith() {
    double[] vector = pay("new", "m", NOON, 100);
    assertThat(at(vector, Feature.AMOUNT_TO_MEAN)).isEqualTo(-1);
    assertThat(at(vector, Feature.CARD_SECONDS_SINCE_LAST)).isEqualTo(-1);
    assertThat(at(vector, Feature.CARD_COUNT_30D)).isEqualTo(1);
  }

  @Test
  void manyCardsFromOneAddressAreSeen() {
    double[] vector = new double[0];
    for (int i = 0; i < 30; i++) {
      vector = pay("card" + i, "m", NOON + i * 1_000L, 100);
    }
    assertThat(at(vector, Feature.IP_CARDS_1H)).isEqualTo(30);
    assertThat(at(vector, Feature.TERMINAL_CARDS_1H)).isEqualTo(30);
    assertThat(at(vector, Feature.BIN_COUNT_1M)).isEqualTo(30);
    assertThat(at(vector, Feature.CARD_COUNT_1H)).isEqualTo(1);
  }

  @Test
  void aRedeliveredAttemptIsCountedOnce() {
    Attempt attempt = attempt("c", "m", NOON, 100);
    history.record(attempt);
    double[] first = history.features(attempt);
    String digest = history.digest();
    history.record(attempt);
    assertThat(history.features(attempt)).containsExactly(first);
    assertThat(history.digest()).isEqualTo(digest);
  }

  @Test
  void aLabelOfTheLogIsTakenInADayAfterItAndTheLaterWordCounts() {
    LabelTimeline labels = new LabelTimeline();
    PaymentHistory early = new PaymentHistory(labels);
    PaymentHistory late = new PaymentHistory(labels);
    Attempt stolen = attempt("c", "m", NOON, 100);
    early.record(stolen);
    FraudLabel fraud = new FraudLabel(NOON, stolen.paymentKey(), "c", "m", true);
    FraudLabel back = new FraudLabel(NOON, stolen.paymentKey(), "c", "m", false);
    labels.add(LabelTimeline.Place.of(NOON + 8 * DAY, 0, 0), fraud, NOON + 2 * DAY);
    labels.add(LabelTimeline.Place.of(NOON + 10 * DAY, 0, 1), back, NOON + 5 * DAY);
    labels.add(LabelTimeline.Place.of(NOON + 11 * DAY, 0, 2), fraud, NOON + 2 * DAY);
    double[] risks = new double[4];
    long[] at = {9 * DAY - 1, 9 * DAY, 11 * DAY, 12 * DAY};
    for (int i = 0; i < at.length; i++) {
      Attempt next = attempt("d", "m", NOON + at[i], 5);
      early.record(next);
      risks[i] = at(early.features(next), Feature.TERMINAL_RISK_7D);
    }
    assertThat(risks).containsExactly(0, 1, 0, 0);

    late.record(stolen);
    payments = 1;
    for (long each : at) {
      late.record(attempt("d", "m", NOON + each, 5));
    }
    assertThat(late.digest()).isEqualTo(early.digest());
  }

  @Test
  void aRefundOfTheLogIsTakenInADayAfterItAndItsPaymentCountsOnce() {
    LabelTimeline refunds = new LabelTimeline();
    PaymentHistory told = new PaymentHistory(refunds);
    Attempt paid = attempt("c", "m", NOON, 100);
    told.record(paid);
    told.record(attempt("c", "m", NOON + 1, 100));
    Refund refund = new Refund(paid.paymentKey(), "c", paid.email());
    refunds.add(LabelTimeline.Place.of(NOON + DAY, 0, 0), refund);
    refunds.add(LabelTimeline.Place.of(NOON + DAY, 0, 0), refund);
    refunds.add(LabelTimeline.Place.of(NOON + DAY, 0, 1), refund);
    refunds.add(LabelTimeline.Place.of(NOON + DAY, 0, 2), new Refund(99, "c", null));

    assertThat(refunded(told, NOON + 2 * DAY - 1)).containsExactly(0, 0, 0, 0);
    assertThat(refunded(told, NOON + 2 * DAY)).containsExactly(1, 1, 1 / 4.0, 1);
    assertThat(refunded(told, NOON + 8 * DAY)).containsExactly(0, 1, 1 / 5.0, 1);
    assertThat(refunded(told, NOON + 31 * DAY)).containsExactly(0, 0, 0, 0);
  }

  /// What the card's next payment is told: in 7 days, in 30, their share, with the e-mail.
  private double[] refunded(PaymentHistory told, long at) {
    Attempt next = attempt("c", "m", at, 5);
    told.record(next);
    double[] vector = told.features(next);
    return new double[] {
      at(vector, Feature.CARD_REFUNDED_7D),
      at(vector, Feature.CARD_REFUNDED_30D),
      at(vector, Feature.CARD_REFUNDED_SHARE_30D),
      at(vector, Feature.EMAIL_REFUNDED_30D)
    };
  }

  @Test
  void aRefundStaysWithAPaymentThatIsAskedAboutAgainAndBesideItsLabel() {
    Attempt paid = attempt("c", "m", NOON, 100);
    history.record(paid);
    pay("c", "m", NOON + 10, 100);
    history.refund(new Refund(paid.paymentKey(), "c", null));
    history.label(new FraudLabel(NOON, paid.paymentKey(), "c", "m", true));
    history.record(again(paid, NOON + 20));
    history.label(new FraudLabel(NOON, paid.paymentKey(), "c", "m", false));
    double[] vector = pay("c", "m", NOON + 30, 100);
    assertThat(at(vector, Feature.CARD_REFUNDED_7D)).isOne();
    assertThat(at(vector, Feature.CARD_KNOWN_FRAUDS_30D)).isZero();
    String digest = history.digest();
    history.refund(new Refund(paid.paymentKey(), "c", null));
    assertThat(history.digest()).isEqualTo(digest);
    for (int i = 0; i < 50; i++) {
      vector = pay("c", "m", NOON + 40 * DAY + i, 100);
    }
    assertThat(at(vector, Feature.CARD_REFUNDED_30D)).isZero();
  }

  @Test
  void labelsThatNoHistoryRemembersTakeNoRoom() {
    LabelTimeline labels = new LabelTimeline();
    for (int day = 0; day < 400; day++) {
      FraudLabel label = new FraudLabel(NOON, day, "c", "m", true);
      labels.add(LabelTimeline.Place.of(NOON + day * DAY, 0, day), label, NOON);
      labels.add(LabelTimeline.Place.of(NOON + day * DAY, 1, day), new Refund(day, "c", null));
    }
    assertThat(labels.size()).isEqualTo(2 * ((int) LabelTimeline.KEPT.toDays() + 1));
  }

  @Test
  void aLabelCountsSevenDaysLaterAndIsTakenBackByItsReversal() {
    Attempt stolen = attempt("c", "m", NOON, 100);
    history.record(stolen);
    history.label(new FraudLabel(NOON, stolen.paymentKey(), "c", "m", true));
    assertThat(at(pay("d", "m", NOON + 7 * DAY - 1, 5), Feature.TERMINAL_RISK_1D)).isZero();
    double[] known = pay("e", "m", NOON + 7 * DAY, 5);
    assertThat(at(known, Feature.TERMINAL_RISK_1D)).isEqualTo(1);
    assertThat(at(known, Feature.TERMINAL_FRAUD_RUN)).isEqualTo(1);
    history.label(new FraudLabel(NOON, stolen.paymentKey(), "c", "m", false));
    assertThat(at(pay("f", "m", NOON + 7 * DAY, 5), Feature.TERMINAL_RISK_1D)).isZero();
  }

  @Test
  void aLabelOfAnUnknownPaymentChangesNothing() {
    pay("c", "m", NOON, 100);
    String digest = history.digest();
    history.label(new FraudLabel(NOON, 99, "c", "m", true));
    history.label(new FraudLabel(NOON, 99, "nobody", "nowhere", true));
    assertThat(history.digest()).isEqualTo(digest);
  }

  @Test
  void aReplayOfWhatIsRememberedEndsInTheSameState() {
    Random random = new Random(SEED);
    List<Attempt> log = new ArrayList<>();
    for (int i = 0; i < 6_000; i++) {
      long at = NOON + i * (100 * DAY / 6_000) - random.nextInt(3_600_000);
      log.add(attempt("c" + random.nextInt(40), "m" + random.nextInt(10), at, 1 + i));
      if (random.nextInt(20) == 0) {
        Attempt before = log.get(random.nextInt(Math.max(0, log.size() - 1_500), log.size()));
        log.add(again(before, at));
      }
    }
    log.forEach(history::record);
    long from = history.watermark().minus(PaymentHistory.MEMORY).toEpochMilli() - 2 * 3_600_000;
    PaymentHistory replayed = new PaymentHistory();
    log.stream().filter(attempt -> attempt.atMillis() > from).forEach(replayed::record);
    assertThat(replayed.digest()).as("seed %d", SEED).isEqualTo(history.digest());
    assertThat(new PaymentHistory().digest()).isNotEqualTo(history.digest());
  }

  @Test
  void windowsAgreeWithASlowCount() {
    Random random = new Random(SEED);
    List<Attempt> log = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      long at = NOON + i * 600_000L - random.nextInt(1_200_000);
      Attempt attempt = attempt("c" + random.nextInt(5), "m" + random.nextInt(5), at, i % 97 + 1);
      log.add(attempt);
      history.record(attempt);
      double[] vector = history.features(attempt);
      List<Attempt> week =
          log.stream()
              .filter(each -> each.card().equals(attempt.card()))
              .filter(each -> each.atMillis() > at - 7 * DAY && each.atMillis() <= at)
              .toList();
      assertThat(at(vector, Feature.CARD_COUNT_7D)).as("seed %d", SEED).isEqualTo(week.size());
      double mean = week.stream().mapToLong(Attempt::amountMinorUnits).average().orElse(0);
      assertThat(at(vector, Feature.CARD_MEAN_7D)).isCloseTo(mean, within(1e-9));
    }
  }

  @Test
  void aHotCardsCountStaysRightBeyondItsRing() {
    double[] vector = new double[0];
    for (int i = 0; i < 5_000; i++) {
      vector = pay("hot", "m", NOON + i * 60_000L, 10);
    }
    assertThat(at(vector, Feature.CARD_COUNT_30D)).isEqualTo(5_000);
    assertThat(at(vector, Feature.CARD_COUNT_1D)).isBetween(1_380.0, 1_500.0);
    assertThat(at(vector, Feature.CARD_MEAN_30D)).isEqualTo(10);
    assertThat(at(vector, Feature.CARD_COUNT_1H)).isEqualTo(60);
  }

  @Test
  void aPaymentAskedAboutAgainIsCountedOnceHoweverBusyItsMerchantIs() {
    Attempt first = attempt("c", "m", NOON, 100);
    history.record(first);
    for (int i = 1; i <= 2_000; i++) {
      pay("d" + i, "m", NOON + i * 100L, 10);
    }
    Attempt again = again(first, NOON + 300_000);
    history.record(again);
    history.record(first);
    double[] vector = history.features(again);
    assertThat(at(vector, Feature.TERMINAL_COUNT_1H)).isEqualTo(2_001);
    assertThat(at(vector, Feature.BIN_COUNT_1H)).isEqualTo(2_001);
    assertThat(at(vector, Feature.IP_COUNT_1H)).isEqualTo(2_001);
    assertThat(at(vector, Feature.CARD_COUNT_1H)).isOne();
    double mean = (2_000 * 10 + 100) / 2_001.0;
    assertThat(at(vector, Feature.TERMINAL_AMOUNT_TO_MEAN)).isCloseTo(100 / mean, within(1e-9));
  }

  @Test
  void aLabelCountsAtABusyMerchantAndIsTakenBackOnce() {
    Attempt stolen = attempt("c", "m", NOON, 100);
    history.record(stolen);
    for (int i = 1; i < 2_000; i++) {
      pay("d" + i, "m", NOON + i * 100L, 10);
    }
    FraudLabel fraud = new FraudLabel(NOON, stolen.paymentKey(), "c", "m", true);
    FraudLabel back = new FraudLabel(NOON, stolen.paymentKey(), "c", "m", false);
    long later = NOON + 8 * DAY;
    history.label(fraud);
    history.label(fraud);
    assertThat(at(pay("e", "m", later, 5), Feature.TERMINAL_RISK_7D)).isEqualTo(1 / 2_000.0);
    history.label(back);
    history.label(back);
    assertThat(at(pay("f", "m", later, 5), Feature.TERMINAL_RISK_7D)).isZero();
  }

  private double[] pay(String card, String merchant, long at, long amount) {
    Attempt attempt = attempt(card, merchant, at, amount);
    history.record(attempt);
    return history.features(attempt);
  }

  private static Attempt again(Attempt first, long at) {
    return new Attempt(
        at,
        first.paymentKey(),
        first.card(),
        first.terminal(),
        first.amountMinorUnits(),
        first.bin(),
        first.ip(),
        first.email(),
        first.device(),
        first.kind(),
        first.installments());
  }

  private Attempt attempt(String card, String merchant, long at, long amount) {
    return new Attempt(
        at,
        ++payments,
        card,
        merchant,
        amount,
        "41556501",
        "10.0.0.1",
        "ığdır@example.com",
        null,
        CardKind.DOMESTIC,
        1);
  }

  private static double at(double[] vector, Feature feature) {
    return vector[feature.slot()];
  }
}
