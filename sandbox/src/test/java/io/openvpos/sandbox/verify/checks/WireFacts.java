package io.openvpos.sandbox.verify.checks;

import io.openvpos.schemas.BusinessDayEnded;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.Money;
import io.openvpos.schemas.authorization.CapturePortion;
import io.openvpos.schemas.authorization.Card;
import io.openvpos.schemas.authorization.PaymentCaptured;
import io.openvpos.schemas.authorization.PaymentFacts;
import io.openvpos.schemas.authorization.PaymentRefunded;
import io.openvpos.schemas.authorization.PaymentVoided;
import io.openvpos.schemas.merchant.AdjustmentApproved;
import io.openvpos.schemas.settlement.BatchClosed;
import io.openvpos.schemas.settlement.Payout;
import io.openvpos.schemas.settlement.PayoutConfirmed;
import io.openvpos.schemas.settlement.PayoutInstructed;
import io.openvpos.schemas.settlement.PayoutReturned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Facts as the services tell them, of merchant m_1 in test mode and TRY.
final class WireFacts {

  private WireFacts() {}

  static PaymentCaptured captured(String eventId, LocalDate day, long amount) {
    return PaymentCaptured.newBuilder()
        .setEnvelope(envelope(eventId))
        .setPayment(payment(eventId))
        .setSalesDay(day)
        .setAmount(money(amount))
        .setContractVersion(1)
        .setFinalCapture(true)
        .build();
  }

  static PaymentVoided voided(String eventId, LocalDate day, long amount) {
    return PaymentVoided.newBuilder()
        .setEnvelope(envelope(eventId))
        .setPayment(payment(eventId))
        .setSalesDay(day)
        .setAmount(money(amount))
        .setCaptures(portions(day, amount, amount))
        .build();
  }

  static PaymentRefunded refunded(String eventId, LocalDate day, long captured, long amount) {
    return PaymentRefunded.newBuilder()
        .setEnvelope(envelope(eventId))
        .setPayment(payment(eventId))
        .setSalesDay(day)
        .setRefundId("ref_1")
        .setRefundRrn("RRN000000002")
        .setAmount(money(amount))
        .setCaptures(portions(day, captured, amount))
        .build();
  }

  private static List<CapturePortion> portions(LocalDate day, long captured, long taken) {
    return List.of(
        CapturePortion.newBuilder()
            .setCaptureSeq(2)
            .setCaptured(money(captured))
            .setSalesDay(day)
            .setContractVersion(1)
            .setRefundedBefore(0)
            .setRefundedAfter(taken)
            .build());
  }

  static BatchClosed batchClosed(LocalDate day, long net, long lines, String digest) {
    String id = day + ".m_1.test.TRY";
    return BatchClosed.newBuilder()
        .setEnvelope(envelope(id + ":1"))
        .setBatchId(id)
        .setMerchantId("m_1")
        .setMode(Mode.TEST)
        .setSalesDay(day)
        .setNet(money(net))
        .setDues(List.of())
        .setLines(lines)
        .setDigest(digest)
        .build();
  }

  static AdjustmentApproved fee(String id, LocalDate day, long amount) {
    return AdjustmentApproved.newBuilder()
        .setEnvelope(envelope(id + ":2"))
        .setAdjustmentId(id)
        .setMerchantId("m_1")
        .setMode(Mode.TEST)
        .setSalesDay(day)
        .setAmount(money(amount))
        .setReason("Terminal")
        .setKind("fee")
        .setContractVersion(1)
        .build();
  }

  static PayoutInstructed instructed(LocalDate day, long amount) {
    return PayoutInstructed.newBuilder()
        .setEnvelope(envelope("payout1:1"))
        .setPayout(payout(day, amount))
        .setExecutionDate(day.plusDays(1))
        .setIban("TR330006100519786457841326")
        .setBeneficiary("Demo")
        .build();
  }

  static PayoutConfirmed confirmed(LocalDate day, long amount) {
    return PayoutConfirmed.newBuilder()
        .setEnvelope(envelope("payout1:2"))
        .setPayout(payout(day, amount))
        .build();
  }

  static PayoutReturned returned(LocalDate day, long amount) {
    return PayoutReturned.newBuilder()
        .setEnvelope(envelope("payout1:3"))
        .setPayout(payout(day, amount))
        .setReason("AC04")
        .build();
  }

  private static Payout payout(LocalDate day, long amount) {
    return Payout.newBuilder()
        .setPayoutId("payout1")
        .setMerchantId("m_1")
        .setMode(Mode.TEST)
        .setAmount(money(amount))
        .setSalesDay(day)
        .build();
  }

  static BusinessDayEnded ended(String topic, LocalDate day) {
    return BusinessDayEnded.newBuilder()
        .setEnvelope(envelope("ended:" + topic + ":" + day))
        .setDay(day)
        .setTopic(topic)
        .setPartition(0)
        .build();
  }

  static Envelope envelope(String eventId) {
    return Envelope.newBuilder()
        .setEventId(eventId)
        .setOccurredAt(Instant.parse("2026-11-23T10:00:00Z"))
        .setAggregateVersion(1)
        .build();
  }

  private static Money money(long amount) {
    return new Money(amount, "TRY");
  }

  private static PaymentFacts payment(String eventId) {
    return PaymentFacts.newBuilder()
        .setPaymentId(eventId.substring(0, eventId.indexOf(':')))
        .setMerchantId("m_1")
        .setMode(Mode.TEST)
        .setOrderId("A-1")
        .setCard(
            Card.newBuilder()
                .setBrand("visa")
                .setBin("41556501")
                .setLast4("6111")
                .setFunding("credit")
                .setIssuerCountry("TR")
                .setCardClass("domestic_credit")
                .build())
        .setInstallments(1)
        .build();
  }
}
