package io.openvpos.authorization.payment;

import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.payment.domain.Approval;
import io.openvpos.authorization.payment.domain.CredentialOnFile;
import io.openvpos.authorization.payment.domain.Decline;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentCommand;
import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpAuthorization;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordApproval;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordDecline;
import io.openvpos.authorization.payment.domain.PaymentDecider;
import io.openvpos.authorization.payment.domain.PaymentTerms;
import io.openvpos.authorization.profile.MerchantTerms;
import io.openvpos.authorization.vault.Vault;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stores what the issuer answered to an authorization.
final class IssuerOutcomes {

  private static final Logger LOGGER = LoggerFactory.getLogger(IssuerOutcomes.class);

  private final PaymentWrites writes;
  private final HoldPeriods holds;
  private final Vault vault;

  IssuerOutcomes(PaymentWrites writes, HoldPeriods holds, Vault vault) {
    this.vault = vault;
    this.writes = writes;
    this.holds = holds;
  }

  PaymentRecord settle(
      PaymentRecord written, IssuerAnswer answer, MerchantTerms merchant, Answers answers) {
    remember(written.payment().terms(), answer);
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

  /// Before the payment is told, so that whoever heard of it can go on with the card. The payment
  /// itself has the name too: where the vault is away the shop can say it.
  private void remember(PaymentTerms terms, IssuerAnswer answer) {
    CredentialOnFile credential = terms.credential();
    if (credential != null
        && credential.initial()
        && answer instanceof IssuerAnswer.Approved approved
        && approved.networkTransactionId() != null) {
      try {
        vault.remember(
            terms.merchantId(),
            terms.mode(),
            terms.card().token(),
            approved.networkTransactionId());
      } catch (RuntimeException e) {
        // Whatever it is: an approval that is not stored for it would be reversed.
        LOGGER.warn("the network's name of {} is not kept with its card", terms.paymentId(), e);
      }
    }
  }

  private PaymentCommand command(
      Payment payment, IssuerAnswer answer, Moment moment, MerchantTerms merchant) {
    return switch (answer) {
      case IssuerAnswer.Approved approved ->
          new RecordApproval(
              moment.at(),
              moment.day(),
              new Approval(
                  approved.authorizationCode(),
                  approved.responseCode(),
                  approved.networkTransactionId()),
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
