package io.openvpos.merchant.golive.kafka;

import io.openvpos.merchant.golive.domain.CertificationItem;
import io.openvpos.merchant.golive.domain.Tick;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.authorization.AnswerReplayed;
import io.openvpos.schemas.authorization.PaymentAuthorized;
import io.openvpos.schemas.authorization.PaymentCaptured;
import io.openvpos.schemas.authorization.PaymentDeclined;
import io.openvpos.schemas.authorization.PaymentFacts;
import io.openvpos.schemas.authorization.PaymentRefunded;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/// What a fact shows of a merchant's integration. Only test mode counts.
final class TestTraffic {

  private TestTraffic() {}

  /// An item earned, and by whom.
  record Earned(String merchantId, Tick tick) {}

  static Optional<Earned> earned(SpecificRecord fact) {
    return switch (fact) {
      case PaymentAuthorized it ->
          of(it.getPayment(), it.getEnvelope(), CertificationItem.PAYMENT_APPROVED);
      case PaymentCaptured it ->
          of(it.getPayment(), it.getEnvelope(), CertificationItem.PAYMENT_APPROVED);
      case PaymentDeclined it ->
          of(it.getPayment(), it.getEnvelope(), CertificationItem.PAYMENT_DECLINED);
      case PaymentRefunded it -> of(it.getPayment(), it.getEnvelope(), CertificationItem.REFUND);
      case AnswerReplayed it when it.getMode() == Mode.TEST ->
          Optional.of(
              new Earned(
                  it.getMerchantId(), tick(CertificationItem.IDEMPOTENT_RETRY, it.getEnvelope())));
      default -> Optional.empty();
    };
  }

  private static Optional<Earned> of(
      PaymentFacts payment, Envelope envelope, CertificationItem item) {
    return payment.getMode() == Mode.TEST
        ? Optional.of(new Earned(payment.getMerchantId(), tick(item, envelope)))
        : Optional.empty();
  }

  private static Tick tick(CertificationItem item, Envelope envelope) {
    return new Tick(item, envelope.getOccurredAt(), envelope.getEventId());
  }
}
