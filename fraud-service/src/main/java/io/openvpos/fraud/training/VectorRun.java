package io.openvpos.fraud.training;

import io.openvpos.fraud.history.Attempt;
import io.openvpos.fraud.history.LabelTimeline;
import io.openvpos.fraud.history.PaymentHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/// Plays payments through the production state in time order. A payment's label enters seven days
/// after the payment and not a moment before; its refund as it would in production.
public final class VectorRun {

  public static final long DAY_MILLIS = 86_400_000L;
  public static final int LABEL_DELAY_DAYS = 7;

  /// A payment and the vector that would have been served for it.
  @SuppressWarnings("ArrayRecordComponent") // Never compared; half a million of them are held.
  public record Served<T extends KnownPayment>(T payment, double[] vector) {}

  private VectorRun() {}

  /// Plays all payments and keeps the vectors asked for.
  ///
  /// @param days epoch days whose vectors are wanted
  public static <T extends KnownPayment> List<Served<T>> play(
      List<T> inTimeOrder, LongPredicate days) {
    LabelTimeline refunds = new LabelTimeline();
    PaymentHistory history = new PaymentHistory(refunds);
    List<Served<T>> served = new ArrayList<>();
    int labeled = 0;
    for (T payment : inTimeOrder) {
      long known = payment.atMillis() - LABEL_DELAY_DAYS * DAY_MILLIS;
      while (inTimeOrder.get(labeled).atMillis() <= known) {
        T earlier = inTimeOrder.get(labeled++);
        if (earlier.fraud()) {
          history.label(earlier.label());
        }
      }
      Attempt attempt = payment.attempt();
      history.record(attempt);
      Long refundedAt = payment.refundedAt();
      if (refundedAt != null) {
        refunds.add(LabelTimeline.Place.of(refundedAt, 0, attempt.paymentKey()), payment.refund());
      }
      if (days.test(payment.day())) {
        served.add(new Served<>(payment, history.features(attempt)));
      }
    }
    return served;
  }
}
