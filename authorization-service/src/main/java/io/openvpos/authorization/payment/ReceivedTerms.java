package io.openvpos.authorization.payment;

import io.openvpos.authorization.payment.domain.Card;
import io.openvpos.authorization.payment.domain.ContractVersion;
import io.openvpos.authorization.payment.domain.CredentialOnFile;
import io.openvpos.authorization.payment.domain.PaymentTerms;
import io.openvpos.authorization.payment.domain.Risk;
import io.openvpos.authorization.profile.MerchantTerms;
import io.openvpos.authorization.risk.RiskOutcome;
import io.openvpos.authorization.vault.StoredCard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings together in the domain's words what the other rooms said of a request.
final class ReceivedTerms {

  private ReceivedTerms() {}

  static PaymentTerms of(
      AuthorizationOrder order,
      MerchantTerms merchant,
      StoredCard card,
      RiskOutcome risk,
      Instant createdAt) {
    return new PaymentTerms(
        order.paymentId(),
        order.merchantId(),
        order.mode(),
        order.amount(),
        order.orderId(),
        order.captureMethod(),
        order.installments(),
        card(card),
        new Risk(risk.decision().code(), risk.score(), risk.reasons(), risk.timedOut()),
        merchant.terminalId(),
        merchant.mcc(),
        order.description(),
        order.metadata(),
        createdAt,
        credential(order.credential(), card));
  }

  private static @Nullable CredentialOnFile credential(
      @Nullable CredentialOnFile said, StoredCard card) {
    return said == null ? null : said.following(card.networkTransactionId());
  }

  static List<ContractVersion> contracts(MerchantTerms merchant) {
    return merchant.contracts().stream()
        .map(contract -> new ContractVersion(contract.version(), contract.fromDay()))
        .toList();
  }

  private static Card card(StoredCard card) {
    return new Card(
        card.token(),
        card.brand(),
        card.bin(),
        card.last4(),
        card.funding(),
        card.issuerCountry(),
        card.cardClass(),
        card.fingerprint());
  }
}
