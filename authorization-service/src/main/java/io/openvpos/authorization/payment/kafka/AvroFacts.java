package io.openvpos.authorization.payment.kafka;

import io.openvpos.authorization.payment.Facts;
import io.openvpos.authorization.payment.domain.CapturePortion;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentEvent;
import io.openvpos.authorization.payment.domain.PaymentEvent.Fact;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.authorization.PaymentAuthorized;
import io.openvpos.schemas.authorization.PaymentCaptured;
import io.openvpos.schemas.authorization.PaymentDeclined;
import io.openvpos.schemas.authorization.PaymentExpired;
import io.openvpos.schemas.authorization.PaymentRefunded;
import io.openvpos.schemas.authorization.PaymentReversed;
import io.openvpos.schemas.authorization.PaymentVoided;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/// Maps facts to the records of `authorization.payments.v1`, keyed by merchant. Event id is
/// `paymentId:seq`.
public final class AvroFacts implements Facts {

  private final AvroCodec codec;

  public AvroFacts(AvroCodec codec) {
    this.codec = codec;
  }

  @Override
  public List<OutboxEntry> of(Payment after, List<PaymentEvent> events) {
    return events.stream()
        .filter(Fact.class::isInstance)
        .map(Fact.class::cast)
        .map(fact -> entry(after, fact))
        .toList();
  }

  private OutboxEntry entry(Payment after, Fact fact) {
    return new OutboxEntry(
        after.id() + ":" + fact.seq(),
        Topics.PAYMENTS,
        null,
        after.terms().merchantId(),
        codec.encode(Topics.PAYMENTS, record(after, fact)),
        Map.of());
  }

  static SpecificRecord record(Payment after, Fact fact) {
    return switch (fact) {
      case PaymentEvent.PaymentAuthorized authorized -> authorized(after, authorized);
      case PaymentEvent.PaymentDeclined declined -> declined(after, declined);
      case PaymentEvent.PaymentCaptured captured -> captured(after, captured);
      case PaymentEvent.PaymentVoided voided -> voided(after, voided);
      case PaymentEvent.PaymentReversed reversed -> reversed(after, reversed);
      case PaymentEvent.PaymentRefunded refunded -> refunded(after, refunded);
      case PaymentEvent.PaymentExpired expired -> expired(after, expired);
    };
  }

  private static PaymentAuthorized authorized(Payment after, PaymentEvent.PaymentAuthorized fact) {
    return PaymentAuthorized.newBuilder()
        .setEnvelope(envelope(after, fact))
        .setPayment(RepeatedFacts.of(after))
        .setSalesDay(fact.salesDay())
        .setAmount(WireMoney.of(after.terms().amount()))
        .setCaptureMethod(after.terms().captureMethod().name().toLowerCase(Locale.ROOT))
        .build();
  }

  private static PaymentDeclined declined(Payment after, PaymentEvent.PaymentDeclined fact) {
    return PaymentDeclined.newBuilder()
        .setEnvelope(envelope(after, fact))
        .setPayment(RepeatedFacts.of(after))
        .setSalesDay(fact.salesDay())
        .setAmount(WireMoney.of(after.terms().amount()))
        .setDeclineCode(fact.decline().code())
        .setNetworkCode(fact.decline().networkCode())
        .build();
  }

  private static PaymentCaptured captured(Payment after, PaymentEvent.PaymentCaptured fact) {
    return PaymentCaptured.newBuilder()
        .setEnvelope(envelope(after, fact))
        .setPayment(RepeatedFacts.of(after))
        .setSalesDay(fact.salesDay())
        .setAmount(WireMoney.of(fact.amount()))
        .setContractVersion(fact.contractVersion())
        .setFinalCapture(fact.finalCapture())
        .setReleased(fact.released().minorUnits())
        .setIncremented(fact.finalCapture() ? incremented(after) : 0)
        .build();
  }

  private static PaymentVoided voided(Payment after, PaymentEvent.PaymentVoided fact) {
    return PaymentVoided.newBuilder()
        .setEnvelope(envelope(after, fact))
        .setPayment(RepeatedFacts.of(after))
        .setSalesDay(fact.salesDay())
        .setAmount(WireMoney.of(fact.amount()))
        .setCaptures(portions(fact.portions()))
        .setReleased(fact.released().minorUnits())
        .setIncremented(fact.released().isPositive() ? incremented(after) : 0)
        .build();
  }

  private static PaymentReversed reversed(Payment after, PaymentEvent.PaymentReversed fact) {
    return PaymentReversed.newBuilder()
        .setEnvelope(envelope(after, fact))
        .setPayment(RepeatedFacts.of(after))
        .setSalesDay(fact.salesDay())
        .setAmount(WireMoney.of(after.terms().amount()))
        .build();
  }

  private static PaymentRefunded refunded(Payment after, PaymentEvent.PaymentRefunded fact) {
    return PaymentRefunded.newBuilder()
        .setEnvelope(envelope(after, fact))
        .setPayment(RepeatedFacts.of(after))
        .setSalesDay(fact.salesDay())
        .setRefundId(fact.refundId())
        .setAmount(WireMoney.of(fact.amount()))
        .setRefundRrn(after.refund(fact.refundId()).orElseThrow().attempt().rrn())
        .setCaptures(portions(fact.portions()))
        .build();
  }

  private static PaymentExpired expired(Payment after, PaymentEvent.PaymentExpired fact) {
    return PaymentExpired.newBuilder()
        .setEnvelope(envelope(after, fact))
        .setPayment(RepeatedFacts.of(after))
        .setSalesDay(fact.salesDay())
        .setReleased(WireMoney.of(fact.released()))
        .setIncremented(incremented(after))
        .build();
  }

  /// Once a hold has ended, nothing is added to it.
  private static long incremented(Payment after) {
    return after.amountAuthorized().minus(after.terms().amount()).minorUnits();
  }

  private static Envelope envelope(Payment after, Fact fact) {
    return Envelope.newBuilder()
        .setEventId(after.id() + ":" + fact.seq())
        .setOccurredAt(fact.at())
        .setAggregateVersion(fact.seq())
        .setCorrelationId(after.id())
        .build();
  }

  private static List<io.openvpos.schemas.authorization.CapturePortion> portions(
      List<CapturePortion> portions) {
    return portions.stream()
        .map(portion ->
            io.openvpos.schemas.authorization.CapturePortion.newBuilder()
                .setCaptureSeq(portion.captureSeq())
                .setCaptured(WireMoney.of(portion.captured()))
                .setSalesDay(portion.salesDay())
                .setContractVersion(portion.contractVersion())
                .setRefundedBefore(portion.refundedBefore().minorUnits())
                .setRefundedAfter(portion.refundedAfter().minorUnits())
                .build())
        .toList();
  }
}
