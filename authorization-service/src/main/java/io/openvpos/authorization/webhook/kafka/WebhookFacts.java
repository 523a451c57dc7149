package io.openvpos.authorization.webhook.kafka;

import io.openvpos.authorization.webhook.Announcement;
import io.openvpos.authorization.webhook.domain.Endpoint.Owner;
import io.openvpos.authorization.webhook.domain.EventType;
import io.openvpos.authorization.webhook.domain.WebhookEvent;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.authorization.PaymentAuthorized;
import io.openvpos.schemas.authorization.PaymentCaptured;
import io.openvpos.schemas.authorization.PaymentDeclined;
import io.openvpos.schemas.authorization.PaymentExpired;
import io.openvpos.schemas.authorization.PaymentFacts;
import io.openvpos.schemas.authorization.PaymentRefunded;
import io.openvpos.schemas.authorization.PaymentReversed;
import io.openvpos.schemas.authorization.PaymentVoided;
import io.openvpos.schemas.settlement.ChargebackReceived;
import io.openvpos.schemas.settlement.ChargebackReversed;
import io.openvpos.schemas.settlement.Payout;
import io.openvpos.schemas.settlement.PayoutConfirmed;
import io.openvpos.schemas.settlement.PayoutInstructed;
import io.openvpos.schemas.settlement.PayoutRejected;
import io.openvpos.schemas.settlement.PayoutReturned;
import io.openvpos.schemas.settlement.ReportReady;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// Says facts in the words of the contract. Thin: ids, the fact's number within its object, and
/// where to read what is true now.
final class WebhookFacts {

  private WebhookFacts() {}

  /// Empty for a fact that concerns no merchant's server, as markers.
  static Optional<WebhookEvent> read(SpecificRecord fact) {
    return Optional.ofNullable(
        switch (fact) {
          case PaymentAuthorized it ->
              payment(EventType.PAYMENT_AUTHORIZED, it.getEnvelope(), it.getPayment(), null);
          case PaymentCaptured it ->
              payment(EventType.PAYMENT_CAPTURED, it.getEnvelope(), it.getPayment(), null);
          case PaymentDeclined it ->
              payment(EventType.PAYMENT_DECLINED, it.getEnvelope(), it.getPayment(), null);
          case PaymentVoided it ->
              payment(EventType.PAYMENT_VOIDED, it.getEnvelope(), it.getPayment(), null);
          case PaymentReversed it ->
              payment(EventType.PAYMENT_REVERSED, it.getEnvelope(), it.getPayment(), null);
          case PaymentExpired it ->
              payment(EventType.PAYMENT_EXPIRED, it.getEnvelope(), it.getPayment(), null);
          case PaymentRefunded it ->
              payment(
                  EventType.PAYMENT_REFUNDED, it.getEnvelope(), it.getPayment(), it.getRefundId());
          default -> settlement(fact);
        });
  }

  private static @Nullable WebhookEvent settlement(SpecificRecord fact) {
    return switch (fact) {
      case ChargebackReceived it ->
          chargeback(
              EventType.CHARGEBACK_RECEIVED,
              it.getEnvelope(),
              owner(it.getMerchantId(), it.getMode()),
              it.getChargebackId(),
              it.getPaymentId());
      case ChargebackReversed it ->
          chargeback(
              EventType.CHARGEBACK_REVERSED,
              it.getEnvelope(),
              owner(it.getMerchantId(), it.getMode()),
              it.getChargebackId(),
              it.getPaymentId());
      case PayoutInstructed it ->
          payout(EventType.PAYOUT_INSTRUCTED, it.getEnvelope(), it.getPayout());
      case PayoutConfirmed it ->
          payout(EventType.PAYOUT_CONFIRMED, it.getEnvelope(), it.getPayout());
      case PayoutRejected it -> payout(EventType.PAYOUT_REJECTED, it.getEnvelope(), it.getPayout());
      case PayoutReturned it -> payout(EventType.PAYOUT_RETURNED, it.getEnvelope(), it.getPayout());
      case ReportReady it ->
          event(
              EventType.REPORT_READY,
              it.getEnvelope(),
              owner(it.getMerchantId(), it.getMode()),
              null,
              data(it.getEnvelope(), "batch", it.getBatchId(), "/v1/batches/" + it.getBatchId()));
      default -> null;
    };
  }

  private static WebhookEvent payment(
      EventType type, Envelope envelope, PaymentFacts payment, @Nullable String refundId) {
    Map<String, Object> data =
        data(envelope, "payment", payment.getPaymentId(), "/v1/payments/" + payment.getPaymentId());
    if (!payment.getOrderId().isEmpty()) {
      data.put("order_id", payment.getOrderId());
    }
    if (refundId != null) {
      data.put("refund_id", refundId);
    }
    return event(
        type,
        envelope,
        owner(payment.getMerchantId(), payment.getMode()),
        payment.getPaymentId(),
        data);
  }

  private static WebhookEvent chargeback(
      EventType type, Envelope envelope, Owner owner, String chargebackId, String paymentId) {
    Map<String, Object> data =
        data(envelope, "chargeback", chargebackId, "/v1/chargebacks/" + chargebackId);
    data.put("payment_id", paymentId);
    return event(type, envelope, owner, paymentId, data);
  }

  private static WebhookEvent payout(EventType type, Envelope envelope, Payout payout) {
    return event(
        type,
        envelope,
        owner(payout.getMerchantId(), payout.getMode()),
        null,
        data(envelope, "payout", payout.getPayoutId(), "/v1/payouts/" + payout.getPayoutId()));
  }

  private static Map<String, Object> data(
      Envelope envelope, String object, String id, String resource) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", id);
    data.put("object", object);
    data.put("sequence", envelope.getAggregateVersion());
    data.put("resource", resource);
    return data;
  }

  private static WebhookEvent event(
      EventType type,
      Envelope envelope,
      Owner owner,
      @Nullable String paymentId,
      Map<String, Object> data) {
    return new WebhookEvent(
        Announcement.eventId(envelope.getEventId()),
        type,
        owner,
        envelope.getOccurredAt(),
        paymentId,
        data);
  }

  private static Owner owner(String merchantId, Mode mode) {
    return new Owner(merchantId, WireMode.read(mode));
  }
}
