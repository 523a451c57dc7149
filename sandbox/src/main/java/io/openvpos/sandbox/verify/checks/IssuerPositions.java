package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.verify.books.AuthorizationReading;
import io.openvpos.sandbox.verify.books.BookedPayment;
import io.openvpos.sandbox.verify.books.BookedPayment.Increment;
import io.openvpos.sandbox.verify.books.BookedPayment.Refund;
import io.openvpos.sandbox.verify.books.Stored;
import java.util.Currency;
import java.util.Locale;

/// 4. Checked for every RRN whose attempt and advices are settled; what is open is counted.
final class IssuerPositions extends Check {

  private final IssuerLog log;
  private long settled;
  private long open;

  IssuerPositions(IssuerLog log) {
    super(4, "the issuer holds per RRN what the payment or refund says");
    this.log = log;
  }

  @Override
  void payment(BookedPayment payment) {
    String rrn = payment.rrn();
    if (rrn != null) {
      holds(payment, rrn);
    } else {
      expect(!payment.approved(), payment.id() + " is approved and was never sent");
    }
    for (Refund refund : payment.refunds()) {
      boolean unsettled = refund.open() || payment.adviceDue(refund.rrn());
      long amount = refund.succeeded() ? refund.amount() : 0;
      compare(payment, refund.rrn(), unsettled, amount, refund.status() + " " + refund.id());
    }
  }

  /// A verification holds nothing, ever.
  @Override
  void stored(Stored stored) {
    if (stored.place().equals(AuthorizationReading.VERIFICATIONS)) {
      IssuerLog.Position position = log.of(stored.document().getString("rrn"));
      expect(
          position == null || position.outstanding() == 0,
          stored.name() + " holds money at the issuer");
    }
  }

  /// What stays of the hold stays with the oldest approvals.
  private void holds(BookedPayment payment, String rrn) {
    String what = payment.status() + " " + payment.id();
    long left = held(payment);
    long first = Math.min(left, payment.amount());
    compare(payment, rrn, payment.open() || payment.adviceDue(rrn), first, what);
    left -= first;
    for (Increment increment : payment.increments()) {
      long held = increment.approved() ? Math.min(left, increment.amount()) : 0;
      left -= held;
      boolean unsettled = increment.open() || payment.adviceDue(increment.rrn());
      compare(payment, increment.rrn(), unsettled, held, increment.id() + " of " + what);
    }
    expect(left == 0, what + " has more than was approved");
  }

  private static long held(BookedPayment payment) {
    return switch (payment.status()) {
      case "authorized", "captured" ->
          payment.amounts().captured() + payment.amounts().capturable();
      default -> 0;
    };
  }

  private void compare(
      BookedPayment payment, String rrn, boolean unsettled, long amount, String what) {
    if (unsettled) {
      open++;
      return;
    }
    settled++;
    IssuerLog.Position position = log.of(rrn);
    long held = position == null ? 0 : position.outstanding();
    expect(
        held == amount,
        "the issuer holds %d under RRN %s, %s says %d".formatted(held, rrn, what, amount));
    if (position != null && position.requests() > 0) {
      String number =
          String.format(
              Locale.ROOT, "%03d", Currency.getInstance(payment.currency()).getNumericCode());
      expect(position.currency().equals(number), "RRN " + rrn + " is in another currency");
    }
  }

  @Override
  String judge() {
    log.forEachUnclaimed((rrn, position) ->
        fault(
            "the issuer knows RRN %s (%d approved, %d held), no payment does"
                .formatted(rrn, position.approvals(), position.outstanding())));
    return settled + " RRNs settled, " + open + " open";
  }
}
