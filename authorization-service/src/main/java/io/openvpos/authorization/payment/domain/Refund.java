package io.openvpos.authorization.payment.domain;

import io.openvpos.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One return of captured funds. Its amount is reserved from the moment it is asked for.
///
/// | state | what happens | next |
/// |---|---|---|
/// | SENT | the issuer approves | SUCCEEDED |
/// | SENT | the issuer declines | FAILED |
/// | SENT | no answer by the deadline; its reversal is stored | UNKNOWN |
/// | UNKNOWN | the reversal is acknowledged | FAILED |
///
/// @param reason the merchant's words
/// @param failureCode why it failed; null unless it did
/// @param seq the sequence of its fact; 0 until it succeeds
/// @param salesDay the business day it succeeded on
/// @param portions what it takes of each capture; empty until it succeeds
public record Refund(
    String id,
    Money amount,
    @Nullable String reason,
    Status status,
    @Nullable String failureCode,
    Attempt attempt,
    Instant createdAt,
    long seq,
    @Nullable LocalDate salesDay,
    List<CapturePortion> portions) {

  /// How far a refund has come. SENT and UNKNOWN are both `pending` to the merchant.
  public enum Status {
    SENT,
    UNKNOWN,
    SUCCEEDED,
    FAILED
  }

  public Refund {
    Invariant.check(amount.isPositive(), "a refund is of a positive amount");
    portions = List.copyOf(portions);
  }

  static Refund sent(
      String id, Money amount, @Nullable String reason, Attempt attempt, Instant createdAt) {
    return new Refund(
        id, amount, reason, Status.SENT, null, attempt, createdAt, 0, null, List.of());
  }

  public boolean pending() {
    return status == Status.SENT || status == Status.UNKNOWN;
  }

  /// Counts against what may be refunded.
  boolean reserved() {
    return status != Status.FAILED;
  }

  Refund unknown() {
    return with(Status.UNKNOWN, null);
  }

  Refund failed(String code) {
    return with(Status.FAILED, code);
  }

  Refund succeeded(long factSeq, LocalDate day, List<CapturePortion> taken) {
    return new Refund(
        id, amount, reason, Status.SUCCEEDED, null, attempt, createdAt, factSeq, day, taken);
  }

  private Refund with(Status next, @Nullable String code) {
    return new Refund(id, amount, reason, next, code, attempt, createdAt, seq, salesDay, portions);
  }
}
