package io.openvpos.fraud.history;

import static io.openvpos.fraud.features.Feature.*;

import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.features.FeatureSchema;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Fills a vector in the schema's order. Every window ends at the attempt's own time, and what is
/// known of fraud at the time seven days before it.
final class VectorBuilder {

  /// How long a label takes to be complete: features look at fraud only beyond it, so that training
  /// and serving see the same.
  static final long LABEL_DELAY = Duration.ofDays(7).toMillis();

  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final int[] SPANS = {1, 7, 30};
  private static final double UNKNOWN = -1;

  /// The epoch was a Thursday; Saturday and Sunday are days 5 and 6 from Monday.
  private static final int EPOCH_WEEKDAY = 3;

  private static final int LAST_NIGHT_HOUR = 6;

  /// The histories that an attempt belongs to; null where it has no such trait.
  record Sources(
      @Nullable EntityHistory card,
      @Nullable EntityHistory terminal,
      @Nullable EntityHistory bin,
      @Nullable EntityHistory ip,
      @Nullable EntityHistory email,
      @Nullable EntityHistory device) {}

  private final AmountProfile profile = new AmountProfile();

  double[] build(Attempt attempt, Sources sources) {
    double[] vector = new double[FeatureSchema.size()];
    long at = attempt.atMillis();
    payment(attempt, vector);
    if (sources.card() != null) {
      card(sources.card(), attempt, vector);
      habit(sources.card(), attempt, vector);
      EntityHistory terminal = sources.terminal();
      long key = terminal == null ? Keys.of(attempt.terminal()) : terminal.key();
      set(vector, CARD_AT_MERCHANT_30D, timesAt(sources.card().ring(), key, at));
    }
    if (sources.terminal() != null) {
      terminal(sources.terminal(), attempt, vector);
      knownFraud(sources.terminal(), at, vector);
    }
    surroundings(sources, at, vector);
    return vector;
  }

  private static void payment(Attempt attempt, double[] vector) {
    long at = attempt.atMillis();
    set(vector, AMOUNT, attempt.amountMinorUnits());
    set(vector, WEEKEND, Math.floorMod(Math.floorDiv(at, DAY) + EPOCH_WEEKDAY, 7L) >= 5 ? 1 : 0);
    set(vector, NIGHT, Math.floorMod(at, DAY) / HOUR <= LAST_NIGHT_HOUR ? 1 : 0);
    set(vector, INSTALLMENTS, attempt.installments());
    set(vector, FOREIGN_CARD, attempt.kind().foreign() ? 1 : 0);
    set(vector, PREPAID_CARD, attempt.kind().prepaid() ? 1 : 0);
    set(vector, FOREIGN_CURRENCY, attempt.kind().foreignCurrency() ? 1 : 0);
  }

  private static void card(EntityHistory card, Attempt attempt, double[] vector) {
    long at = attempt.atMillis();
    for (int i = 0; i < SPANS.length; i++) {
      EntityHistory.Window span = card.window(at - SPANS[i] * DAY, at);
      long count = span.count();
      set(vector, CARD_COUNT_1D, i, count);
      set(vector, CARD_MEAN_1D, i, count == 0 ? 0 : (double) span.sum() / count);
    }
    EntityHistory.Window hour = card.window(at - HOUR, at);
    EntityHistory.Window day = card.window(at - DAY, at);
    set(vector, CARD_COUNT_1M, card.window(at - MINUTE, at).count());
    set(vector, CARD_COUNT_1H, hour.count());
    set(vector, CARD_SUM_1D, day.sum());
    set(vector, CARD_MERCHANTS_1H, hour.distinct());
    set(vector, CARD_MERCHANTS_1D, day.distinct());
    set(vector, CARD_MERCHANTS_30D, card.window(at - 30 * DAY, at).distinct());
    long known = at - LABEL_DELAY;
    set(vector, CARD_KNOWN_FRAUDS_30D, card.window(known - 30 * DAY, known).frauds());
    refunds(card, at, vector);
  }

  private static void refunds(EntityHistory card, long at, double[] vector) {
    EntityHistory.Window month = card.window(at - 30 * DAY, at);
    long refunded = month.refunded();
    set(vector, CARD_REFUNDED_7D, card.window(at - 7 * DAY, at).refunded());
    set(vector, CARD_REFUNDED_30D, refunded);
    set(vector, CARD_REFUNDED_SHARE_30D, refunded == 0 ? 0 : (double) refunded / month.count());
  }

  /// Against what the card did before.
  private void habit(EntityHistory card, Attempt attempt, double[] vector) {
    EventRing ring = card.ring();
    long at = attempt.atMillis();
    int from = ring.firstLaterThan(at - 30 * DAY);
    int to = ring.firstLaterThan(at);
    int self = ring.placeOf(attempt.paymentKey());
    profile.measure(ring, from, to, self);
    double amount = (double) attempt.amountMinorUnits();
    set(vector, AMOUNT_TO_MEAN, profile.toMean(amount));
    set(vector, AMOUNT_TO_MEDIAN, profile.toMedian(amount));
    set(vector, AMOUNT_DEVIATION, profile.deviations(amount));
    set(vector, AMOUNT_TO_MAX, profile.toHighest(amount));
    set(vector, CARD_MAX_30D, profile.highest());
    boolean first = profile.isEmpty();
    int before = self == to - 1 ? to - 2 : to - 1;
    set(vector, CARD_SECONDS_SINCE_LAST, first ? UNKNOWN : (at - ring.time(before)) / 1000.0);
    set(vector, CARD_DAYS_KNOWN, first ? UNKNOWN : (double) (at - ring.time(from)) / DAY);
    bigOnes(ring, ring.firstLaterThan(at - 14 * DAY), to, self, vector);
  }

  private static int timesAt(EventRing card, long terminal, long at) {
    int to = card.firstLaterThan(at);
    int times = 0;
    for (int place = card.firstLaterThan(at - 30 * DAY); place < to; place++) {
      times += card.counterpart(place) == terminal ? 1 : 0;
    }
    return times;
  }

  private void bigOnes(EventRing ring, int from, int to, int self, double[] vector) {
    int big = 0;
    long highest = 0;
    for (int place = from; place < to; place++) {
      if (place != self) {
        long amount = ring.amount(place);
        big += profile.isBig(amount) ? 1 : 0;
        highest = Math.max(highest, amount);
      }
    }
    set(vector, CARD_BIG_14D, big);
    set(vector, CARD_MAX_TO_MEDIAN_14D, profile.toMedian((double) highest));
  }

  private static void terminal(EntityHistory terminal, Attempt attempt, double[] vector) {
    long at = attempt.atMillis();
    long known = at - LABEL_DELAY;
    for (int i = 0; i < SPANS.length; i++) {
      EntityHistory.Window span = terminal.window(known - SPANS[i] * DAY, known);
      long count = span.count();
      set(vector, TERMINAL_COUNT_1D, i, count);
      double risk = count == 0 ? 0 : (double) span.frauds() / count;
      set(vector, TERMINAL_RISK_1D, i, risk);
    }
    EntityHistory.Window hour = terminal.window(at - HOUR, at);
    set(vector, TERMINAL_COUNT_1M, terminal.window(at - MINUTE, at).count());
    set(vector, TERMINAL_COUNT_1H, hour.count());
    set(vector, TERMINAL_CARDS_1H, hour.distinct());
    EntityHistory.Window month = terminal.window(at - 30 * DAY, at);
    double sum = (double) month.sum();
    double paid = attempt.amountMinorUnits() * (double) month.count();
    double ratio = sum <= 0 ? UNKNOWN : paid / sum;
    set(vector, TERMINAL_AMOUNT_TO_MEAN, ratio);
  }

  /// Of the exact attempts whose labels are complete, the newest first.
  private static void knownFraud(EntityHistory terminal, long at, double[] vector) {
    EventRing ring = terminal.ring();
    int end = ring.firstLaterThan(at - LABEL_DELAY);
    int newest = ring.hasFrauds() ? end - 1 : -1;
    while (newest >= 0 && !ring.fraud(newest)) {
      newest--;
    }
    int oldest = 0;
    while (oldest <= newest && !ring.fraud(oldest)) {
      oldest++;
    }
    int run = end;
    while (run > 0 && ring.fraud(run - 1)) {
      run--;
    }
    set(vector, TERMINAL_DAYS_SINCE_FRAUD, days(ring, newest, at));
    set(vector, TERMINAL_DAYS_SINCE_FIRST_FRAUD, newest < 0 ? UNKNOWN : days(ring, oldest, at));
    set(vector, TERMINAL_FRAUD_RUN, end - run);
    set(vector, TERMINAL_FRAUD_RUN_DAYS, run == end ? UNKNOWN : days(ring, run, at));
    set(vector, TERMINAL_FRAUD_LAST_1, shareOfLast(ring, end, 1));
    set(vector, TERMINAL_FRAUD_LAST_3, shareOfLast(ring, end, 3));
  }

  private static double days(EventRing ring, int place, long at) {
    return place < 0 ? UNKNOWN : (double) (at - ring.time(place)) / DAY;
  }

  private static double shareOfLast(EventRing ring, int end, int most) {
    int from = Math.max(0, end - most);
    int frauds = 0;
    for (int place = from; place < end; place++) {
      frauds += ring.fraud(place) ? 1 : 0;
    }
    return from == end ? UNKNOWN : (double) frauds / (end - from);
  }

  private static void surroundings(Sources sources, long at, double[] vector) {
    EntityHistory bin = sources.bin();
    if (bin != null) {
      EntityHistory.Window hour = bin.window(at - HOUR, at);
      set(vector, BIN_COUNT_1M, bin.window(at - MINUTE, at).count());
      set(vector, BIN_COUNT_1H, hour.count());
      set(vector, BIN_CARDS_1H, hour.distinct());
    }
    EntityHistory ip = sources.ip();
    if (ip != null) {
      EntityHistory.Window hour = ip.window(at - HOUR, at);
      set(vector, IP_COUNT_1H, hour.count());
      set(vector, IP_CARDS_1H, hour.distinct());
      set(vector, IP_CARDS_1D, ip.window(at - DAY, at).distinct());
    }
    EntityHistory email = sources.email();
    if (email != null) {
      set(vector, EMAIL_CARDS_1D, email.window(at - DAY, at).distinct());
      EntityHistory.Window month = email.window(at - 30 * DAY, at);
      set(vector, EMAIL_CARDS_30D, month.distinct());
      set(vector, EMAIL_REFUNDED_30D, month.refunded());
    }
    EntityHistory device = sources.device();
    if (device != null) {
      set(vector, DEVICE_COUNT_1H, device.window(at - HOUR, at).count());
      set(vector, DEVICE_CARDS_1D, device.window(at - DAY, at).distinct());
    }
  }

  private static void set(double[] vector, Feature feature, long value) {
    vector[feature.slot()] = (double) value;
  }

  private static void set(double[] vector, Feature feature, double value) {
    vector[feature.slot()] = value;
  }

  /// The same measure over one, seven and thirty days stands at three places in a row.
  private static void set(double[] vector, Feature first, int span, long value) {
    vector[first.slot() + span] = (double) value;
  }

  private static void set(double[] vector, Feature first, int span, double value) {
    vector[first.slot() + span] = value;
  }
}
