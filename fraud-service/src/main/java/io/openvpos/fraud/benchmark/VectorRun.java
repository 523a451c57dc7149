package io.openvpos.fraud.benchmark;

import io.openvpos.fraud.history.Attempt;
import io.openvpos.fraud.history.PaymentHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/// Plays payments through the production state in time order. A payment's label enters seven days
/// after the payment, which is when the protocol says that it is known, and not a moment before.
public final class VectorRun {

  static final long LABEL_DELAY_MILLIS = Weeks.DELAY_DAYS * HandbookPayment.DAY_MILLIS;

  /// A payment and the vector that would have been served for it.
  public record Served(HandbookPayment payment, double[] vector) {}

  private VectorRun() {}

  /// @param days epoch days whose vectors are wanted
  public static List<Served> play(List<HandbookPayment> inTimeOrder, LongPredicate days) {
    PaymentHistory history = new PaymentHistory();
    List<Served> served = new ArrayList<>();
    int labeled = 0;
    for (HandbookPayment payment : inTimeOrder) {
      long known = payment.atMillis() - LABEL_DELAY_MILLIS;
      while (inTimeOrder.get(labeled).atMillis() <= known) {
        HandbookPayment earlier = inTimeOrder.get(labeled++);
        if (earlier.fraud()) {
          history.label(earlier.label());
        }
      }
      Attempt attempt = payment.attempt();
      history.record(attempt);
      if (days.test(payment.day())) {
        served.add(new Served(payment, history.features(attempt)));
      }
    }
    return served;
  }
}
