package io.openvpos.authorization.payment.domain;

import io.openvpos.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/// One claim of held funds.
///
/// @param seq the sequence of its fact
/// @param salesDay the business day stamped on it
/// @param contractVersion prices this capture and everything that takes of it later
/// @param refunded the succeeded refunds of it so far
public record Capture(
    long seq,
    Money amount,
    LocalDate salesDay,
    int contractVersion,
    boolean finalCapture,
    Instant capturedAt,
    Money refunded) {

  public Capture {
    Invariant.check(amount.isPositive(), "a capture is of a positive amount");
    Invariant.check(
        !refunded.isNegative() && refunded.compareTo(amount) <= 0,
        "refunds of a capture lie between nothing and all of it");
  }

  Money refundable() {
    return amount.minus(refunded);
  }

  CapturePortion take(Money part) {
    return new CapturePortion(
        seq, amount, salesDay, contractVersion, refunded, refunded.plus(part));
  }

  Capture refundedTo(Money after) {
    return new Capture(seq, amount, salesDay, contractVersion, finalCapture, capturedAt, after);
  }
}
