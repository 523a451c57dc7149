package io.openvpos.authorization.payment;

import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.issuer.IssuerSlot;
import io.openvpos.authorization.payment.domain.Approval;
import io.openvpos.authorization.payment.domain.Attempt;
import io.openvpos.authorization.payment.domain.Decline;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentCommand;
import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpIncrement;
import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpRefund;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordIncrementApproval;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordIncrementDecline;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordRefundApproval;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordRefundDecline;
import io.openvpos.authorization.payment.domain.PaymentCommand.RequestIncrement;
import io.openvpos.authorization.payment.domain.PaymentCommand.RequestRefund;
import io.openvpos.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An operation that asks the issuer something: its attempt is stored, then sent, then its outcome
/// is stored.
sealed interface IssuerOperation {

  /// Names what the operation begins, and its attempt: `ref_…` or `inc_…`.
  String id();

  PaymentCommand request(Instant at, Attempt attempt);

  /// Sends the stored attempt and waits for its answer.
  ///
  /// @param written the payment with the attempt in it
  IssuerAnswer send(Payment written, IssuerSlot slot, IssuerCalls issuer);

  PaymentCommand outcome(IssuerAnswer answer, Moment moment);

  /// Returns captured funds.
  ///
  /// @param amount null returns all that is left
  record Refunding(String id, @Nullable Money amount, @Nullable String reason)
      implements IssuerOperation {

    @Override
    public PaymentCommand request(Instant at, Attempt attempt) {
      return new RequestRefund(at, id, amount, reason, attempt);
    }

    @Override
    public IssuerAnswer send(Payment written, IssuerSlot slot, IssuerCalls issuer) {
      return issuer.refund(written, written.refund(id).orElseThrow(), slot);
    }

    @Override
    public PaymentCommand outcome(IssuerAnswer answer, Moment moment) {
      return switch (answer) {
        case IssuerAnswer.Approved approved ->
            new RecordRefundApproval(moment.at(), moment.day(), id, approved.responseCode());
        case IssuerAnswer.Declined declined ->
            new RecordRefundDecline(moment.at(), id, Decline.byIssuer(declined.responseCode()));
        case IssuerAnswer.NoAnswer _, IssuerAnswer.NotSent _ -> new GiveUpRefund(moment.at(), id);
      };
    }
  }

  /// Holds more.
  record Incrementing(String id, Money amount) implements IssuerOperation {

    @Override
    public PaymentCommand request(Instant at, Attempt attempt) {
      return new RequestIncrement(at, id, amount, attempt);
    }

    @Override
    public IssuerAnswer send(Payment written, IssuerSlot slot, IssuerCalls issuer) {
      return issuer.increment(written, written.increment(id).orElseThrow(), slot);
    }

    @Override
    public PaymentCommand outcome(IssuerAnswer answer, Moment moment) {
      return switch (answer) {
        case IssuerAnswer.Approved(var responseCode, var code, var _) ->
            new RecordIncrementApproval(moment.at(), id, new Approval(code, responseCode));
        case IssuerAnswer.Declined declined ->
            new RecordIncrementDecline(moment.at(), id, Decline.byIssuer(declined.responseCode()));
        case IssuerAnswer.NoAnswer _, IssuerAnswer.NotSent _ ->
            new GiveUpIncrement(moment.at(), id);
      };
    }
  }
}
