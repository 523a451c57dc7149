package io.openvpos.authorization.payment.domain;

import io.openvpos.money.Money;
import java.time.LocalDate;

/// What a void or a refund takes of one capture. The pieces of a capture form one chain from
/// nothing to its whole amount, so each can be priced alone.
///
/// @param refundedBefore succeeded refunds of the capture before this one
/// @param refundedAfter the same after it; the portion is the difference
public record CapturePortion(
    long captureSeq,
    Money captured,
    LocalDate salesDay,
    int contractVersion,
    Money refundedBefore,
    Money refundedAfter) {

  public Money amount() {
    return refundedAfter.minus(refundedBefore);
  }
}
