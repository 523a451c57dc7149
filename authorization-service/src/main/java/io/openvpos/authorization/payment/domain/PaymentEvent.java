package io.openvpos.authorization.payment.domain;

import io.openvpos.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What happened to a payment.
public sealed interface PaymentEvent {

  /// When it was decided.
  Instant at();

  /// A fact that other services need; it is published.
  sealed interface Fact extends PaymentEvent {
    /// Its number among the payment's facts, from 1 without gaps.
    long seq();

    LocalDate salesDay();
  }

  record PaymentAuthorized(
      long seq, LocalDate salesDay, Instant at, Approval approval, Instant expiresAt)
      implements Fact {}

  record PaymentDeclined(long seq, LocalDate salesDay, Instant at, Decline decline)
      implements Fact {}

  /// A hold claimed.
  ///
  /// @param released the rest of the hold, if this capture ends it
  record PaymentCaptured(
      long seq,
      LocalDate salesDay,
      Instant at,
      Money amount,
      int contractVersion,
      boolean finalCapture,
      Money released)
      implements Fact {}

  /// Cancelled.
  ///
  /// @param portions every capture, whole
  /// @param released what was still held
  record PaymentVoided(
      long seq,
      LocalDate salesDay,
      Instant at,
      Money amount,
      List<CapturePortion> portions,
      Money released)
      implements Fact {}

  record PaymentReversed(long seq, LocalDate salesDay, Instant at) implements Fact {}

  record PaymentRefunded(
      long seq,
      LocalDate salesDay,
      Instant at,
      String refundId,
      Money amount,
      String responseCode,
      List<CapturePortion> portions)
      implements Fact {}

  /// The hold lapsed.
  ///
  /// @param released what was still held
  record PaymentExpired(long seq, LocalDate salesDay, Instant at, Money released) implements Fact {}

  /// The shopper has to prove who they are, within a time.
  record AuthenticationRequired(Instant at, Authentication authentication)
      implements PaymentEvent {}

  /// What that came to.
  record AuthenticationEnded(Instant at, AuthenticationResult result) implements PaymentEvent {}

  /// The authorization request is about to leave.
  record AuthorizationRequested(Instant at, Attempt attempt) implements PaymentEvent {}

  /// No answer to the authorization by its deadline.
  record OutcomeBecameUnknown(Instant at) implements PaymentEvent {}

  record AdviceStored(Instant at, Advice advice) implements PaymentEvent {}

  /// An advice went out.
  ///
  /// @param settled true if the acknowledgement counts: the advice is no longer due
  record AdviceForwarded(
      Instant at, int number, boolean repeat, boolean acknowledged, boolean settled)
      implements PaymentEvent {}

  /// A person settled an advice that the issuer never acknowledged over the network.
  record AdviceResolved(Instant at, int number, String by, String note) implements PaymentEvent {}

  record LateAnswerArrived(Instant at, String rrn, boolean approved, String responseCode)
      implements PaymentEvent {}

  /// The amount is reserved and the refund request is about to leave.
  record RefundRequested(Instant at, Refund refund) implements PaymentEvent {}

  /// No answer to the refund by its deadline.
  record RefundBecameUnknown(Instant at, String refundId) implements PaymentEvent {}

  record RefundFailed(Instant at, String refundId, Decline decline) implements PaymentEvent {}

  /// The request to hold more is about to leave.
  record IncrementRequested(Instant at, Increment increment) implements PaymentEvent {}

  /// More is held: it may be captured from now on.
  record IncrementApproved(Instant at, String incrementId, Approval approval)
      implements PaymentEvent {}

  /// No answer to the increment by its deadline.
  record IncrementBecameUnknown(Instant at, String incrementId) implements PaymentEvent {}

  /// Not more is held.
  ///
  /// @param status DECLINED by the issuer, or REVERSED after an unknown outcome
  record IncrementDeclined(Instant at, String incrementId, Increment.Status status, Decline decline)
      implements PaymentEvent {}
}
