package io.openvpos.merchant.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.merchant.ledger.domain.hold.HoldFact;
import io.openvpos.merchant.ledger.domain.hold.HoldMoves;
import io.openvpos.merchant.ledger.domain.journal.EntryType;
import io.openvpos.merchant.ledger.domain.journal.Portion;
import io.openvpos.merchant.ledger.domain.posting.Fact;
import io.openvpos.merchant.ledger.domain.posting.Movement;
import io.openvpos.merchant.ledger.domain.posting.Sale;
import io.openvpos.merchant.ledger.kafka.LedgerRecord.Converts;
import io.openvpos.merchant.ledger.kafka.LedgerRecord.DayEnded;
import io.openvpos.merchant.ledger.kafka.LedgerRecord.Posts;
import io.openvpos.merchant.ledger.kafka.LedgerRecord.PostsNothing;
import io.openvpos.schemas.BusinessDayEnded;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.Money;
import io.openvpos.schemas.authorization.CapturePortion;
import io.openvpos.schemas.authorization.Card;
import io.openvpos.schemas.authorization.PaymentAuthorized;
import io.openvpos.schemas.authorization.PaymentCaptured;
import io.openvpos.schemas.authorization.PaymentExpired;
import io.openvpos.schemas.authorization.PaymentFacts;
import io.openvpos.schemas.authorization.PaymentRefunded;
import io.openvpos.schemas.authorization.PaymentReversed;
import io.openvpos.schemas.authorization.PaymentVoided;
import io.openvpos.schemas.merchant.AdjustmentApproved;
import io.openvpos.schemas.merchant.LedgerDayClosed;
import io.openvpos.schemas.settlement.BatchClosed;
import io.openvpos.schemas.settlement.ChargebackReceived;
import io.openvpos.schemas.settlement.CurrencyConverted;
import io.openvpos.schemas.settlement.Payout;
import io.openvpos.schemas.settlement.PayoutConfirmed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class FactReaderTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");
  private static final String TOPIC = "authorization.payments.v1";

  @Test
  void aCaptureIsPricedByTheVersionItNames() {
    Fact fact = fact(captured(Mode.TEST, 12_990));

    assertThat(fact.eventId()).isEqualTo("pay_1:3");
    assertThat(fact.head().id()).isEqualTo("mer_1|test|TRY");
    assertThat(fact.stampedDay()).isEqualTo(DAY);
    assertThat(fact.movement()).isEqualTo(new Movement.Capture(12_990, 4));
    assertThat(fact.sale())
        .extracting(sale -> sale.orderId(), sale -> sale.rrn(), sale -> sale.cardClass())
        .containsExactly("A-1", "RRN1", "domestic_credit");
  }

  @Test
  void aRefundBringsItsPortionsAndItsOwnReference() {
    PaymentRefunded refunded =
        PaymentRefunded.newBuilder()
            .setEnvelope(envelope())
            .setPayment(payment(Mode.LIVE))
            .setSalesDay(DAY)
            .setRefundId("ref_1")
            .setAmount(lira(50))
            .setRefundRrn("RRN2")
            .setCaptures(List.of(new CapturePortion(3L, lira(100), DAY, 1, 20L, 70L)))
            .build();

    Fact fact = fact(refunded);

    assertThat(fact.head().id()).isEqualTo("mer_1|live|TRY");
    assertThat(fact.movement())
        .isEqualTo(new Movement.Refund(50, List.of(new Portion(100, 1, 20, 70))));
    assertThat(fact.sale())
        .extracting(sale -> sale.refundId(), sale -> sale.rrn())
        .containsExactly("ref_1", "RRN2");
  }

  @Test
  void aVoidWithoutCapturesPostsNothing() {
    assertThat(read(voided(0, List.of()))).isInstanceOf(PostsNothing.class);
    assertThatThrownBy(() -> read(voided(100, List.of())))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aVoidTakesItsCapturesWhole() {
    CapturePortion whole = new CapturePortion(3L, lira(100), DAY, 1, 0L, 100L);

    assertThat(fact(voided(100, List.of(whole))).movement())
        .isEqualTo(new Movement.Cancellation(List.of(new Portion(100, 1, 0, 100))));
    assertThatThrownBy(() -> read(voided(99, List.of(whole))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void holdsAndTheirReleasePostNothing() {
    assertThat(read(authorized(lira(1)))).isInstanceOf(PostsNothing.class);
    assertThat(read(expired())).isInstanceOf(PostsNothing.class);
  }

  @Test
  void whatFactsDoToHolds() {
    assertThat(moves(authorized(lira(70)))).isEqualTo(new HoldMoves(1, 70, 0, 0, 0));
    assertThat(moves(captured(Mode.TEST, 45))).isEqualTo(new HoldMoves(0, 5, 1, 45, 30));
    assertThat(moves(voided(0, List.of()))).isEqualTo(new HoldMoves(0, 0, 0, 0, 40));
    assertThat(moves(expired())).isEqualTo(new HoldMoves(0, 0, 0, 0, 1));
    PaymentReversed reversed = new PaymentReversed(envelope(), payment(Mode.TEST), DAY, lira(70));
    assertThat(HoldFactReader.read(reversed)).isEmpty();
  }

  @Test
  void aVoidWrittenBeforeReleasesWereToldChangesNoHold() {
    PaymentVoided voided =
        new PaymentVoided(envelope(), payment(Mode.TEST), DAY, lira(0), List.of(), null, null);

    assertThat(HoldFactReader.read(voided)).isEmpty();
  }

  private static HoldMoves moves(SpecificRecord record) {
    HoldFact fact = HoldFactReader.read(record).orElseThrow();
    assertThat(fact)
        .extracting(HoldFact::eventId, HoldFact::stampedDay, HoldFact::mode)
        .containsExactly("pay_1:3", DAY, io.openvpos.money.Mode.TEST);
    return fact.moves();
  }

  private static PaymentAuthorized authorized(Money amount) {
    return new PaymentAuthorized(envelope(), payment(Mode.TEST), DAY, amount, "manual");
  }

  private static PaymentExpired expired() {
    return new PaymentExpired(envelope(), payment(Mode.TEST), DAY, lira(1), null);
  }

  @Test
  void settlementsFacts() {
    BatchClosed closed =
        BatchClosed.newBuilder()
            .setEnvelope(envelope())
            .setBatchId("b")
            .setMerchantId("mer_1")
            .setMode(Mode.TEST)
            .setSalesDay(DAY)
            .setNet(lira(-5))
            .setDues(List.of())
            .setLines(1)
            .setDigest("d")
            .build();
    Payout payout = new Payout("p", "mer_1", Mode.TEST, lira(7), DAY);

    assertThat(fact(closed).movement()).isEqualTo(new Movement.BatchClose(-5));
    assertThat(fact(new PayoutConfirmed(envelope(), payout)).movement())
        .isEqualTo(new Movement.Transfer(EntryType.PAYOUT_CONFIRMED, 7));
    assertThat(
            fact(ChargebackReceived.newBuilder()
                    .setEnvelope(envelope())
                    .setChargebackId("cb")
                    .setPaymentId("pay_1")
                    .setMerchantId("mer_1")
                    .setMode(Mode.TEST)
                    .setSalesDay(DAY)
                    .setAmount(lira(9))
                    .setContractVersion(2)
                    .setReason("10.4")
                    .build())
                .movement())
        .isEqualTo(new Movement.Chargeback(9, 2));
  }

  @Test
  void anAdjustmentIsACorrectionOrAFee() {
    assertThat(fact(adjustment().build()).movement()).isEqualTo(new Movement.Adjustment(-3));
    assertThat(fact(adjustment().setPaymentId("pay_7").build()).sale())
        .isEqualTo(Sale.ofPayment("pay_7"));
    assertThat(fact(adjustment().setKind("fee").setContractVersion(2).build()).movement())
        .isEqualTo(new Movement.Fee(-3, 2));
    assertThatThrownBy(() -> fact(adjustment().setKind("fee").build()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> fact(adjustment().setKind("gift").build()))
        .isInstanceOf(IllegalStateException.class);
  }

  private static AdjustmentApproved.Builder adjustment() {
    return AdjustmentApproved.newBuilder()
        .setEnvelope(envelope())
        .setAdjustmentId("adj")
        .setMerchantId("mer_1")
        .setMode(Mode.TEST)
        .setSalesDay(DAY)
        .setAmount(lira(-3))
        .setReason("Terminal");
  }

  @Test
  void aConversionIsOneEntryInEachOfTwoHeads() {
    Converts halves = (Converts) read(converted(lira(471_129)));

    assertThat(halves.out().eventId()).isEqualTo("pay_1:3:out");
    assertThat(halves.out().head().id()).isEqualTo("mer_1|test|USD");
    assertThat(halves.out().movement())
        .isEqualTo(new Movement.Transfer(EntryType.CONVERSION_OUT, 9_790));
    assertThat(halves.in().eventId()).isEqualTo("pay_1:3:in");
    assertThat(halves.in().head().id()).isEqualTo("mer_1|test|TRY");
    assertThat(halves.in().movement())
        .isEqualTo(new Movement.Transfer(EntryType.CONVERSION_IN, 471_129));
    assertThatThrownBy(() -> read(converted(new Money(1L, "USD"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aMarkerMustStandWhereItSays() {
    BusinessDayEnded marker = new BusinessDayEnded(envelope(), DAY, TOPIC, 2);

    assertThat(FactReader.read(marker, TOPIC, 2)).isEqualTo(new DayEnded(DAY, AT));
    assertThatThrownBy(() -> FactReader.read(marker, TOPIC, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsNotKnownStopsThePartition() {
    assertThatThrownBy(() -> read(captured(Mode.UNKNOWN, 1))).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> read(captured(Mode.TEST, -1)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> read(new LedgerDayClosed(envelope(), DAY, TOPIC, 0, List.of(), null)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not a ledger fact");
  }

  private static CurrencyConverted converted(Money bought) {
    return CurrencyConverted.newBuilder()
        .setEnvelope(envelope())
        .setMerchantId("mer_1")
        .setMode(Mode.TEST)
        .setSalesDay(DAY)
        .setSold(new Money(9_790L, "USD"))
        .setBought(bought)
        .setRate("48.1235")
        .setUnit(1)
        .setRateTable("2026-11-23.1")
        .build();
  }

  private static LedgerRecord read(SpecificRecord record) {
    return FactReader.read(record, TOPIC, 0);
  }

  private static Fact fact(SpecificRecord record) {
    return ((Posts) read(record)).fact();
  }

  private static PaymentCaptured captured(Mode mode, long amount) {
    return new PaymentCaptured(envelope(), payment(mode), DAY, lira(amount), 4, true, 30L, 5L);
  }

  private static PaymentVoided voided(long amount, List<CapturePortion> captures) {
    return new PaymentVoided(
        envelope(), payment(Mode.TEST), DAY, lira(amount), captures, 40L, null);
  }

  private static PaymentFacts payment(Mode mode) {
    return PaymentFacts.newBuilder()
        .setPaymentId("pay_1")
        .setMerchantId("mer_1")
        .setMode(mode)
        .setOrderId("A-1")
        .setCard(new Card("visa", "41556501", "6111", "credit", "TR", "domestic_credit"))
        .setInstallments(1)
        .setRrn("RRN1")
        .setAuthorizationCode("A1")
        .build();
  }

  private static Envelope envelope() {
    return Envelope.newBuilder()
        .setEventId("pay_1:3")
        .setOccurredAt(AT)
        .setAggregateVersion(3)
        .build();
  }

  private static Money lira(long amount) {
    return new Money(amount, "TRY");
  }
}
