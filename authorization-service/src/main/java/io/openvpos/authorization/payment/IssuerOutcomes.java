package io.openvpos.authorization.payment;

import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.payment.domain.Approval;
import io.openvpos.authorization.payment.domain.Decline;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentCommand;
import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpAuthorization;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordApproval;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordDecline;
import io.openvpos.authorization.payment.domain.PaymentDecider;
import io.openvpos.authorization.payment.domain.PaymentTerms;
import io.openvpos.authorization.profile.MerchantTerms;
import java.time.Duration;

/// Stores what the issuer answered to an authorization.
final class IssuerOutcomes {

  private final PaymentWrites writes;
  private final HoldPeriods holds;

  IssuerOutcomes(PaymentWrites writes, HoldPeriods holds) {
    this.writes = writes;
    this.holds = holds;
  }

  PaymentRecord settle(
      PaymentRecord written, IssuerAnswer answer, MerchantTerms merchant, Answers answers) {
    return writes.change(
        written.id(),
        written,
        (record, moment) ->
            Steps.moving(
                record,
                PaymentDecider.decide(
                    record.payment(), command(record.payment(), answer, moment, merchant)),
                answers));
  }

  private PaymentCommand command(
      Payment payment, IssuerAnswer answer, Moment moment, MerchantTerms merchant) {
    return switch (answer) {
      case IssuerAnswer.Approved approved ->
          new RecordApproval(
              moment.at(),
              moment.day(),
              new Approval(approved.authorizationCode(), approved.responseCode()),
              moment.at().plus(hold(payment.terms(), merchant)),
              ReceivedTerms.contracts(merchant));
      case IssuerAnswer.Declined declined ->
          new RecordDecline(moment.at(), moment.day(), Decline.byIssuer(declined.responseCode()));
      // Not sent is not declined: only an answer ends a payment other than by its reversal.
      case IssuerAnswer.NoAnswer _, IssuerAnswer.NotSent _ -> new GiveUpAuthorization(moment.at());
    };
  }

  private Duration hold(PaymentTerms terms, MerchantTerms merchant) {
    return holds.of(terms.card().brand(), terms.mcc(), merchant.capture().holdDays());
  }
}
