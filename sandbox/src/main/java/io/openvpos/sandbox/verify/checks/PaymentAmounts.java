package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.verify.books.BookedPayment;
import io.openvpos.sandbox.verify.books.BookedPayment.Amounts;
import io.openvpos.sandbox.verify.books.BookedPayment.Capture;
import io.openvpos.sandbox.verify.books.BookedPayment.Increment;
import io.openvpos.sandbox.verify.books.BookedPayment.Portion;
import io.openvpos.sandbox.verify.books.BookedPayment.Refund;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// 5. That it held at every moment shows in the portions: those of a capture form one chain from
///    nothing to what is refunded of it, so no refund ever took more than was left.
final class PaymentAmounts extends Check {

  private long payments;

  PaymentAmounts() {
    super(5, "refunded <= captured <= authorized, nothing negative");
  }

  @Override
  void payment(BookedPayment payment) {
    payments++;
    Amounts amounts = payment.amounts();
    long captured = payment.captures().stream().mapToLong(Capture::amount).sum();
    long refunded =
        payment.refunds().stream()
            .filter(refund -> !refund.status().equals("FAILED"))
            .mapToLong(Refund::amount)
            .sum();
    boolean ordered =
        0 <= amounts.refunded()
            && amounts.refunded() <= amounts.captured()
            && amounts.captured() <= amounts.authorized()
            && 0 <= amounts.capturable()
            && amounts.captured() + amounts.capturable() <= amounts.authorized()
            && captured <= amounts.authorized();
    expect(ordered, payment.id() + " has " + amounts);
    boolean positive =
        payment.amount() > 0
            && payment.captures().stream().allMatch(capture -> capture.amount() > 0)
            && payment.refunds().stream().allMatch(refund -> refund.amount() > 0);
    expect(positive, payment.id() + " has an amount that is not positive");
    boolean sums =
        amounts.authorized() == (payment.approved() ? payment.amount() + increments(payment) : 0)
            && amounts.captured() == (payment.state().equals("VOIDED") ? 0 : captured)
            && amounts.refunded() == refunded;
    expect(sums, payment.id() + " has " + amounts + " and other captures and refunds");
    boolean untouched =
        payment.seq() == 0 && payment.captures().isEmpty() && payment.refunds().isEmpty();
    expect(
        !payment.waiting() || untouched,
        payment.id() + " waits for its cardholder and has facts already");
    portions(payment);
  }

  private static long increments(BookedPayment payment) {
    return payment.increments().stream()
        .filter(Increment::approved)
        .mapToLong(Increment::amount)
        .sum();
  }

  private void portions(BookedPayment payment) {
    Map<Long, Long> reached = new HashMap<>();
    List<Refund> succeeded =
        payment.refunds().stream()
            .filter(Refund::succeeded)
            .sorted(Comparator.comparingLong(Refund::seq))
            .toList();
    for (Refund refund : succeeded) {
      long sum = 0;
      for (Portion portion : refund.portions()) {
        sum += portion.after() - portion.before();
        long before = reached.getOrDefault(portion.captureSeq(), 0L);
        expect(
            portion.before() == before && portion.after() > before,
            "refund " + refund.id() + " does not follow the one before: " + portion);
        reached.put(portion.captureSeq(), portion.after());
      }
      expect(sum == refund.amount(), "refund " + refund.id() + " is not the sum of its portions");
    }
    for (Capture capture : payment.captures()) {
      Long refunded = reached.remove(capture.seq());
      expect(
          capture.refunded() == (refunded == null ? 0 : refunded)
              && capture.refunded() <= capture.amount(),
          "capture %s:%d is refunded %d of %d"
              .formatted(payment.id(), capture.seq(), capture.refunded(), capture.amount()));
    }
    expect(reached.isEmpty(), payment.id() + " has refunds of captures that are not there");
  }

  @Override
  String judge() {
    return payments + " payments";
  }
}
