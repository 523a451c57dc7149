package io.openvpos.authorization.payment.domain;

import java.time.Instant;
import java.time.LocalDate;

/// Where a payment stands.
///
/// | state | what happens | next |
/// |---|---|---|
/// | Received | risk declines, or the network is down | Declined |
/// | Received | the attempt is written | AuthorizationSent |
/// | Received | the cardholder has to be authenticated | AwaitingAuthentication |
/// | AwaitingAuthentication | authenticated: the attempt is written | AuthorizationSent |
/// | AwaitingAuthentication | not authenticated, or not in time | Declined |
/// | AuthorizationSent | the issuer wants the cardholder authenticated | AwaitingAuthentication |
/// | AuthorizationSent | the issuer approves, capture is manual | Authorized |
/// | AuthorizationSent | the issuer approves, capture is automatic | Captured |
/// | AuthorizationSent | the issuer declines | Declined |
/// | AuthorizationSent | no answer by the deadline; a reversal is stored | OutcomeUnknown |
/// | OutcomeUnknown | the reversal is acknowledged | Reversed |
/// | Authorized | captured in part | Authorized |
/// | Authorized | captured fully or finally | Captured |
/// | Authorized | voided | Voided |
/// | Authorized | the hold lapses with nothing captured | Expired |
/// | Authorized | the hold lapses with something captured | Captured |
/// | Captured | voided on the business day of its captures | Voided |
///
/// Declined, Reversed, Voided and Expired are final; Captured stays through refunds.
public sealed interface PaymentState {

  /// Validated and assessed; nothing sent. Never stored.
  record Received() implements PaymentState {}

  /// The shopper has to prove who they are; nothing is sent, or what was sent is refused.
  record AwaitingAuthentication() implements PaymentState {}

  /// The attempt is stored; the request may or may not have left.
  record AuthorizationSent() implements PaymentState {}

  /// Nobody knows what the issuer decided. Ends only as [Reversed].
  record OutcomeUnknown() implements PaymentState {}

  /// Risk or the issuer refused.
  record Declined(Decline decline) implements PaymentState {}

  /// The unknown outcome was reversed: the shopper is not charged.
  record Reversed() implements PaymentState {}

  /// The issuer approved, whatever became of it since.
  sealed interface Approved extends PaymentState {
    Approval approval();
  }

  /// Held, and not yet fully or finally captured.
  record Authorized(Approval approval, Instant expiresAt) implements Approved {

    /// From the very instant on.
    public boolean lapsedAt(Instant now) {
      return !now.isBefore(expiresAt);
    }
  }

  /// Fully or finally captured.
  record Captured(Approval approval) implements Approved {}

  /// Cancelled within the business day.
  ///
  /// @param seq the sequence of its fact
  record Voided(Approval approval, long seq, LocalDate salesDay) implements Approved {}

  /// The hold lapsed with nothing captured.
  record Expired(Approval approval) implements Approved {}
}
