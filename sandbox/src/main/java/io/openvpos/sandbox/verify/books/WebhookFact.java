package io.openvpos.sandbox.verify.books;

import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.authorization.PaymentAuthorized;
import io.openvpos.schemas.authorization.PaymentCaptured;
import io.openvpos.schemas.authorization.PaymentDeclined;
import io.openvpos.schemas.authorization.PaymentExpired;
import io.openvpos.schemas.authorization.PaymentFacts;
import io.openvpos.schemas.authorization.PaymentRefunded;
import io.openvpos.schemas.authorization.PaymentReversed;
import io.openvpos.schemas.authorization.PaymentVoided;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// A fact of a payment as merchants' servers are told of it.
///
/// @param owner `merchant|mode`
/// @param type as `payment.captured`
/// @param sequence which of the payment's facts it is
public record WebhookFact(
    String eventId,
    String owner,
    String merchantId,
    String type,
    String paymentId,
    long sequence,
    Instant at) {

  /// Null for whatever else is on topics.
  public static @Nullable WebhookFact of(SpecificRecord record) {
    return switch (record) {
      case PaymentAuthorized it -> of("authorized", it.getEnvelope(), it.getPayment());
      case PaymentCaptured it -> of("captured", it.getEnvelope(), it.getPayment());
      case PaymentDeclined it -> of("declined", it.getEnvelope(), it.getPayment());
      case PaymentVoided it -> of("voided", it.getEnvelope(), it.getPayment());
      case PaymentReversed it -> of("reversed", it.getEnvelope(), it.getPayment());
      case PaymentRefunded it -> of("refunded", it.getEnvelope(), it.getPayment());
      case PaymentExpired it -> of("expired", it.getEnvelope(), it.getPayment());
      default -> null;
    };
  }

  private static WebhookFact of(String what, Envelope envelope, PaymentFacts payment) {
    String merchantId = payment.getMerchantId();
    return new WebhookFact(
        envelope.getEventId(),
        merchantId + "|" + WireMode.read(payment.getMode()).code(),
        merchantId,
        "payment." + what,
        payment.getPaymentId(),
        envelope.getAggregateVersion(),
        envelope.getOccurredAt());
  }
}
