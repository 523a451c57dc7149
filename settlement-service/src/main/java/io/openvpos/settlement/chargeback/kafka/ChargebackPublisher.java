package io.openvpos.settlement.chargeback.kafka;

import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.money.Money;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.settlement.ChargebackReceived;
import io.openvpos.schemas.settlement.ChargebackReversed;
import io.openvpos.settlement.chargeback.domain.Chargeback;
import io.openvpos.settlement.chargeback.domain.ChargebackFact;
import io.openvpos.settlement.chargeback.domain.Claim;
import io.openvpos.settlement.chargeback.domain.DisputedSale;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/// Writes what happened to a case as it is published on `settlement.chargebacks.v1`, keyed by
/// merchant.
public final class ChargebackPublisher {

  private final AvroCodec codec;

  public ChargebackPublisher(AvroCodec codec) {
    this.codec = codec;
  }

  public OutboxEntry publish(ChargebackFact fact) {
    String merchantId = fact.chargeback().sale().head().merchantId();
    byte[] wire =
        codec.encode(Topics.CHARGEBACKS, fact.received() ? received(fact) : reversed(fact));
    return new OutboxEntry(fact.eventId(), Topics.CHARGEBACKS, null, merchantId, wire, Map.of());
  }

  static SpecificRecord received(ChargebackFact fact) {
    Chargeback chargeback = fact.chargeback();
    DisputedSale sale = chargeback.sale();
    Claim claim = chargeback.claim();
    String currency = sale.head().currency();
    return ChargebackReceived.newBuilder()
        .setEnvelope(envelope(fact))
        .setChargebackId(chargeback.id())
        .setPaymentId(sale.paymentId())
        .setMerchantId(sale.head().merchantId())
        .setMode(WireMode.of(sale.head().mode()))
        .setSalesDay(fact.booked().day())
        .setAmount(WireMoney.of(Money.of(claim.amount(), currency)))
        .setContractVersion(sale.contractVersion())
        .setReason(claim.reason())
        .setRrn(sale.rrn())
        .setCardBrand(sale.cardBrand())
        .setLast4(sale.last4())
        .setCaptured(WireMoney.of(Money.of(sale.captured(), currency)))
        .setCycle(claim.cycle())
        .setClearedOn(claim.clearedOn())
        .setRespondBy(claim.respondBy())
        .build();
  }

  static SpecificRecord reversed(ChargebackFact fact) {
    Chargeback chargeback = fact.chargeback();
    DisputedSale sale = chargeback.sale();
    return ChargebackReversed.newBuilder()
        .setEnvelope(envelope(fact))
        .setChargebackId(chargeback.id())
        .setPaymentId(sale.paymentId())
        .setMerchantId(sale.head().merchantId())
        .setMode(WireMode.of(sale.head().mode()))
        .setSalesDay(fact.booked().day())
        .setAmount(WireMoney.of(Money.of(chargeback.claim().amount(), sale.head().currency())))
        .setContractVersion(sale.contractVersion())
        .build();
  }

  private static Envelope envelope(ChargebackFact fact) {
    return Envelope.newBuilder()
        .setEventId(fact.eventId())
        .setOccurredAt(fact.booked().at())
        .setAggregateVersion(fact.chargeback().version())
        .setCorrelationId(fact.chargeback().id())
        .build();
  }
}
