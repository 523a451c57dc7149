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
import io.openvpos.schemas.authorization.WebhookAccepted;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/// What a fact shows of a merchant's integration. Only test mode counts.
final class TestTraffic {

  private static final String AUTHENTICATED = "authenticated";

  private TestTraffic() {}

  /// An item earned, and by whom.
  record Earned(String merchantId, Tick tick) {}

  static List<Earned> earned(SpecificRecord fact) {
    return switch (fact) {
      case PaymentAuthorized it -> approved(it.getPayment(), it.getEnvelope());
      case PaymentCaptured it -> approved(it.getPayment(), it.getEnvelope());
      case PaymentDeclined it ->
          of(it.getPayment(), it.getEnvelope(), CertificationItem.PAYMENT_DECLINED);
      case PaymentRefunded it -> of(it.getPayment(), it.getEnvelope(), CertificationItem.REFUND);
      case AnswerReplayed it when it.getMode() == Mode.TEST ->
          shown(it.getMerchantId(), it.getEnvelope(), CertificationItem.IDEMPOTENT_RETRY);
      case WebhookAccepted it when it.getMode() == Mode.TEST ->
          shown(it.getMerchantId(), it.getEnvelope(), CertificationItem.WEBHOOK_ANSWERED);
      default -> List.of();
    };
  }

  /// Of a cardholder who was authenticated it shows two things. One whose card takes no part, or
  /// whose issuer was silent, has not shown that the shop brings shoppers to their bank and back.
  private static List<Earned> approved(PaymentFacts payment, Envelope envelope) {
    return AUTHENTICATED.equals(payment.getAuthentication())
        ? of(
            payment, envelope, CertificationItem.PAYMENT_APPROVED, CertificationItem.THREE_D_SECURE)
        : of(payment, envelope, CertificationItem.PAYMENT_APPROVED);
  }

  private static List<Earned> of(
      PaymentFacts payment, Envelope envelope, CertificationItem... items) {
    return payment.getMode() == Mode.TEST
        ? shown(payment.getMerchantId(), envelope, items)
        : List.of();
  }

  private static List<Earned> shown(
      String merchantId, Envelope envelope, CertificationItem... items) {
    return Stream.of(items).map(item -> new Earned(merchantId, tick(item, envelope))).toList();
  }

  private static Tick tick(CertificationItem item, Envelope envelope) {
    return new Tick(item, envelope.getOccurredAt(), envelope.getEventId());
  }
}
