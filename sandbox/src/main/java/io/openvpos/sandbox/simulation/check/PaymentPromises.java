package io.openvpos.sandbox.simulation.check;

import io.openvpos.authorization.payment.Operation;
import io.openvpos.authorization.payment.OperationOrder.Action;
import io.openvpos.authorization.payment.PaymentRecord;
import io.openvpos.authorization.payment.domain.Attempt;
import io.openvpos.authorization.payment.domain.Increment;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentState;
import io.openvpos.authorization.payment.domain.Refund;
import io.openvpos.sandbox.simulation.machine.Violation;
import io.openvpos.sandbox.simulation.world.CardNetwork;
import io.openvpos.sandbox.simulation.world.Platform;
import java.util.List;
import java.util.Optional;

/// Payments against what shops were told and what the issuers hold.
final class PaymentPromises {

  private PaymentPromises() {}

  static void check(Platform.Stores stores, List<Told> told) {
    for (PaymentRecord record : stores.payments().all()) {
      checkIssuer(record.payment(), stores.network());
      long keys = record.operations().stream().map(Operation::key).distinct().count();
      Violation.unless(keys == record.operations().size(), "a key is used once: " + record);
    }
    for (Told one : told) {
      Optional<PaymentRecord> record =
          stores.payments().all().stream()
              .filter(found -> found.id().equals(one.paymentId()))
              .findFirst();
      Violation.unless(record.isPresent(), "an answered payment exists: " + one);
      Violation.unless(kept(one, record.get()), "told and recorded agree: " + one + " " + record);
    }
  }

  private static void checkIssuer(Payment payment, CardNetwork network) {
    Attempt attempt = payment.attempt();
    long held = attempt == null ? 0 : network.left(attempt.rrn());
    for (Increment increment : payment.increments()) {
      long left = network.left(increment.attempt().rrn());
      Violation.unless(increment.approved() || left == 0, "an increment is approved or gone");
      held += left;
    }
    long expected = payment.amountCaptured().minorUnits() + payment.amountCapturable().minorUnits();
    Violation.unless(held == expected, "held " + held + " and not " + expected + ": " + payment);
    for (Refund refund : payment.refunds()) {
      long returned = refund.status() == Refund.Status.SUCCEEDED ? refund.amount().minorUnits() : 0;
      long given = network.left(refund.attempt().rrn());
      Violation.unless(
          given == returned, "given " + given + " and not " + returned + ": " + payment);
    }
  }

  private static boolean kept(Told told, PaymentRecord record) {
    Payment payment = record.payment();
    if (told.order() == null) {
      return created(told, payment);
    }
    boolean recorded =
        record.operations().stream()
            .anyMatch(operation ->
                operation.key().equals(told.order().key())
                    && told.answer().equals(operation.answer()));
    if (!recorded || told.answer().status() == 422) {
      return recorded;
    }
    return switch (told.order().action()) {
      case Action.Capturing _ -> !payment.captures().isEmpty();
      case Action.Voiding _ -> payment.state() instanceof PaymentState.Voided;
      case Action.Refunding _ -> refunded(told, payment);
      case Action.Incrementing _ -> incremented(told, payment);
    };
  }

  private static boolean created(Told told, Payment payment) {
    return switch (told.answer().body()) {
      case "processing" -> payment.state() instanceof PaymentState.Reversed;
      case "declined" -> payment.state() instanceof PaymentState.Declined;
      case "captured", "authorized" -> payment.state() instanceof PaymentState.Approved;
      default -> false;
    };
  }

  private static boolean incremented(Told told, Payment payment) {
    String[] said = told.answer().body().split(" ", -1);
    Increment.Status now = payment.increment(said[0]).orElseThrow().status();
    return switch (Increment.Status.valueOf(said[1])) {
      case APPROVED -> now == Increment.Status.APPROVED;
      case DECLINED -> now == Increment.Status.DECLINED;
      case REVERSED, UNKNOWN -> now == Increment.Status.REVERSED;
      case SENT -> false;
    };
  }

  private static boolean refunded(Told told, Payment payment) {
    String[] said = told.answer().body().split(" ", -1);
    Refund.Status now = payment.refund(said[0]).orElseThrow().status();
    return switch (Refund.Status.valueOf(said[1])) {
      case SUCCEEDED -> now == Refund.Status.SUCCEEDED;
      case FAILED, UNKNOWN -> now == Refund.Status.FAILED;
      case SENT -> false;
    };
  }
}
