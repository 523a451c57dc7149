package io.openvpos.settlement.batch.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.openvpos.money.Mode;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.merchant.DayTotal;
import io.openvpos.schemas.merchant.HoldTotal;
import io.openvpos.schemas.merchant.JournalEntryPosted;
import io.openvpos.schemas.merchant.LedgerDayClosed;
import io.openvpos.schemas.merchant.LineFacts;
import io.openvpos.schemas.merchant.Posting;
import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.Line.Source;
import io.openvpos.settlement.batch.domain.LineType;
import io.openvpos.settlement.batch.domain.SourceHolds;
import io.openvpos.settlement.batch.domain.SourceTotal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryMapperTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Instant AT = Instant.parse("2026-11-23T09:00:00Z");

  @Test
  void aCaptureIsReadFromItsLegs() {
    Line line =
        line(
            entry(
                "capture",
                posting("scheme_receivable", 100_00),
                posting("merchant_pending", -97_90),
                posting("commission_income", -2_00),
                posting("bsmv_payable", -10)));
    assertThat(line.id()).isEqualTo("m_abc|test|TRY|7");
    assertThat(line.batchId()).isEqualTo("2026-11-23.m_abc.test.TRY");
    assertThat(line.type()).isEqualTo(LineType.CAPTURE);
    assertThat(line.figures()).isEqualTo(new Figures(100_00, -2_00, -10, 97_90));
    assertThat(line.debits()).isEqualTo(100_00);
    assertThat(line.source()).isEqualTo(new Source("authorization.payments.v1", 2));
    assertThat(line.carriedOverFrom()).isEqualTo(D.minusDays(1));
    assertThat(line.detail().capturedAt()).isEqualTo(AT);
  }

  @Test
  void aRefundThatReturnsCommissionIsReadFromItsLegs() {
    Line line =
        line(
            entry(
                "refund",
                posting("scheme_receivable", -50_00),
                posting("merchant_pending", 48_95),
                posting("commission_income", 1_00),
                posting("bsmv_payable", 5)));
    assertThat(line.figures()).isEqualTo(new Figures(-50_00, 1_00, 5, -48_95));
    assertThat(line.debits()).isEqualTo(50_00);
  }

  @Test
  void anAdjustmentMayHaveAnyOtherLeg() {
    JournalEntryPosted entry =
        builder("adjustment", posting("suspense", 9_00), posting("merchant_pending", -9_00))
            .setLine(null)
            .build();
    Line line = line(entry);
    assertThat(line.figures()).isEqualTo(new Figures(9_00, 0, 0, 9_00));
    assertThat(line.detail()).isEqualTo(Line.Detail.NONE);
  }

  @Test
  void legsThatDoNotAddUpOrAnUnknownTypeStop() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            line(
                entry(
                    "capture",
                    posting("somewhere", 100_00),
                    posting("merchant_pending", -100_00))));
    assertThatIllegalStateException().isThrownBy(() -> line(entry("surprise")));
    JournalEntryPosted foreign = builder("capture").setHead("m_other|test|TRY").build();
    assertThatIllegalStateException().isThrownBy(() -> line(foreign));
  }

  @Test
  void aMarkKeepsItsTotalsInOneOrder() {
    LedgerDayClosed closed =
        LedgerDayClosed.newBuilder()
            .setEnvelope(envelope())
            .setDay(D)
            .setSourceTopic("authorization.payments.v1")
            .setPartition(2)
            .setTotals(
                List.of(
                    new DayTotal(io.openvpos.schemas.Mode.LIVE, "TRY", 1L, 5_00L),
                    new DayTotal(io.openvpos.schemas.Mode.TEST, "USD", 0L, 0L),
                    new DayTotal(io.openvpos.schemas.Mode.TEST, "TRY", 2L, 150_00L)))
            .build();
    assertThat(EntryMapper.mark(closed))
        .isEqualTo(
            new LedgerMark(
                D,
                new Source("authorization.payments.v1", 2),
                List.of(
                    new SourceTotal(Mode.TEST, "TRY", 2, 150_00),
                    new SourceTotal(Mode.LIVE, "TRY", 1, 5_00)),
                Optional.empty()));
  }

  @Test
  void aMarkBringsWhatTheLedgerCountedOfHolds() {
    LedgerDayClosed closed =
        LedgerDayClosed.newBuilder()
            .setEnvelope(envelope())
            .setDay(D)
            .setSourceTopic("authorization.payments.v1")
            .setPartition(2)
            .setTotals(List.of())
            .setHolds(
                List.of(
                    new HoldTotal(
                        io.openvpos.schemas.Mode.TEST, "TRY", 3L, 300_00L, 2L, 250_00L, 10_00L)))
            .build();

    assertThat(EntryMapper.mark(closed).holds())
        .contains(List.of(new SourceHolds(Mode.TEST, "TRY", 3, 300_00, 2, 250_00, 10_00)));
  }

  private static JournalEntryPosted entry(String type, Posting... postings) {
    return builder(type, postings).build();
  }

  private static JournalEntryPosted.Builder builder(String type, Posting... postings) {
    Head head = new Head("m_abc", Mode.TEST, "TRY");
    return JournalEntryPosted.newBuilder()
        .setEnvelope(envelope())
        .setEntryId(head.id() + "|pay_1:3")
        .setHead(head.id())
        .setSeq(7)
        .setMerchantId("m_abc")
        .setMode(io.openvpos.schemas.Mode.TEST)
        .setCurrency("TRY")
        .setType(type)
        .setCauseEventId("pay_1:3")
        .setSourceTopic("authorization.payments.v1")
        .setSourcePartition(2)
        .setSalesDay(D)
        .setCarriedOverFrom(D.minusDays(1))
        .setContractVersion(1)
        .setPostings(List.of(postings))
        .setPreviousHash("")
        .setHash("h")
        .setLine(
            LineFacts.newBuilder()
                .setPaymentId("pay_1")
                .setOrderId("A-1")
                .setCapturedAt(AT)
                .setCardBrand("visa")
                .setLast4("6111")
                .setInstallments(1)
                .setValueDays(1)
                .build());
  }

  private static Posting posting(String account, long amount) {
    return new Posting(account, amount);
  }

  private static Envelope envelope() {
    return Envelope.newBuilder()
        .setEventId("m_abc|test|TRY:7")
        .setOccurredAt(AT)
        .setAggregateVersion(7)
        .build();
  }

  private static Line line(JournalEntryPosted entry) {
    return EntryMapper.line(entry, AT);
  }
}
