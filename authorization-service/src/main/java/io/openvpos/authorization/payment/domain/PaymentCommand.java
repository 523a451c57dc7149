package io.openvpos.authorization.payment.domain;

import io.openvpos.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may be asked of a payment. `at` is the moment of deciding; `day` is the business day
/// stamped on the facts that follow.
public sealed interface PaymentCommand {

  /// Declines before anything is sent: risk, or a network that cannot be reached.
  ///
  /// @param result what the authentication came to; null if there was none
  record DeclineUnsent(
      Instant at, LocalDate day, Decline decline, @Nullable AuthenticationResult result)
      implements PaymentCommand {

    public DeclineUnsent(Instant at, LocalDate day, Decline decline) {
      this(at, day, decline, null);
    }
  }

  /// The cardholder has to be authenticated first.
  record RequireAuthentication(Instant at, Authentication authentication)
      implements PaymentCommand {}

  /// Writes the attempt, before the request leaves.
  ///
  /// @param result what the authentication came to; null if there was none
  record SendAuthorization(Instant at, Attempt attempt, @Nullable AuthenticationResult result)
      implements PaymentCommand {

    public SendAuthorization(Instant at, Attempt attempt) {
      this(at, attempt, null);
    }
  }

  /// The issuer approved.
  record RecordApproval(
      Instant at,
      LocalDate day,
      Approval approval,
      Instant expiresAt,
      List<ContractVersion> versions)
      implements PaymentCommand {}

  /// The issuer declined.
  record RecordDecline(Instant at, LocalDate day, Decline decline) implements PaymentCommand {}

  /// No answer to the authorization by its deadline.
  record GiveUpAuthorization(Instant at) implements PaymentCommand {}

  /// An answer came that nobody waited for, to the authorization, an increment or a refund: after
  /// the deadline, or beside the answer that is waited for.
  record RecordLateAnswer(Instant at, String rrn, boolean approved, String responseCode)
      implements PaymentCommand {}

  /// Claims held funds.
  ///
  /// @param amount null takes the rest, finally
  /// @param finalCapture releases what is left of the hold
  record CapturePayment(
      Instant at,
      LocalDate day,
      @Nullable Money amount,
      boolean finalCapture,
      List<ContractVersion> versions)
      implements PaymentCommand {}

  /// Cancels within the business day.
  record VoidPayment(Instant at, LocalDate day) implements PaymentCommand {}

  /// Returns captured funds.
  ///
  /// @param amount null takes all that is left
  record RequestRefund(
      Instant at, String refundId, @Nullable Money amount, @Nullable String reason, Attempt attempt)
      implements PaymentCommand {}

  /// The issuer approved a refund.
  record RecordRefundApproval(Instant at, LocalDate day, String refundId, String responseCode)
      implements PaymentCommand {}

  /// The issuer declined a refund.
  record RecordRefundDecline(Instant at, String refundId, Decline decline)
      implements PaymentCommand {}

  /// No answer to a refund by its deadline.
  record GiveUpRefund(Instant at, String refundId) implements PaymentCommand {}

  /// Asks the issuer to hold more.
  record RequestIncrement(Instant at, String incrementId, Money amount, Attempt attempt)
      implements PaymentCommand {}

  /// The issuer approved an increment.
  record RecordIncrementApproval(Instant at, String incrementId, Approval approval)
      implements PaymentCommand {}

  /// The issuer declined an increment.
  record RecordIncrementDecline(Instant at, String incrementId, Decline decline)
      implements PaymentCommand {}

  /// No answer to an increment by its deadline.
  record GiveUpIncrement(Instant at, String incrementId) implements PaymentCommand {}

  /// An advice was forwarded.
  ///
  /// @param round the advice's round when it was sent
  /// @param repeat true if it went out as a repeat (0421)
  /// @param acknowledged true if the issuer acknowledged it (0430)
  record RecordAdvice(
      Instant at, LocalDate day, int number, int round, boolean repeat, boolean acknowledged)
      implements PaymentCommand {}

  /// A person has the issuer's word, by other means, that an advice is done.
  ///
  /// @param by who says so
  /// @param note what the issuer said
  record ResolveAdvice(Instant at, LocalDate day, int number, String by, String note)
      implements PaymentCommand {}

  /// The hold's time is up.
  record ExpirePayment(Instant at, LocalDate day) implements PaymentCommand {}
}
