package io.openvpos.settlement.fakes;

import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.Line.Detail;
import io.openvpos.settlement.batch.domain.Line.Source;
import io.openvpos.settlement.batch.domain.LineType;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Lines as the ledger of the demo contract makes them: 2 % commission, 5 % BSMV on it.
public final class Lines {

  public static final Head HEAD = new Head("m_abc", Mode.TEST, "TRY");
  public static final List<String> SOURCES =
      List.of("authorization.payments.v1", "settlement.chargebacks.v1", "merchant.adjustments.v1");

  private Lines() {}

  public static Line capture(Head head, long seq, LocalDate day, long amount, int valueDays) {
    return line(head, seq, day, LineType.CAPTURE, amount, valueDays);
  }

  public static Line refund(Head head, long seq, LocalDate day, long amount) {
    return line(head, seq, day, LineType.REFUND, -amount, 1);
  }

  public static Line voided(Head head, long seq, LocalDate day, long amount, int valueDays) {
    return line(head, seq, day, LineType.VOID, -amount, valueDays);
  }

  /// The same line, due in parts and of a contract with a reserve.
  public static Line planned(Line line, int parts, ReserveTerms reserve) {
    Detail detail = line.detail();
    return new Line(
        line.head(),
        line.seq(),
        line.entryId(),
        line.type(),
        line.source(),
        line.salesDay(),
        line.carriedOverFrom(),
        line.contractVersion(),
        line.figures(),
        line.debits(),
        new Detail(
            detail.paymentId(),
            detail.refundId(),
            detail.orderId(),
            detail.capturedAt(),
            detail.cardBrand(),
            detail.last4(),
            parts,
            detail.rrn(),
            detail.authorizationCode(),
            detail.valueDays(),
            parts,
            reserve,
            detail.cardClass(),
            detail.payoutTerms()),
        line.hash(),
        line.knownAt());
  }

  /// The same line, of an earlier day that had ended before it came.
  public static Line carried(Line line, LocalDate from) {
    return new Line(
        line.head(),
        line.seq(),
        line.entryId(),
        line.type(),
        line.source(),
        line.salesDay(),
        from,
        line.contractVersion(),
        line.figures(),
        line.debits(),
        line.detail(),
        line.hash(),
        line.knownAt());
  }

  /// The same line, of which settlement could know since then.
  public static Line known(Line line, Instant at) {
    return new Line(
        line.head(),
        line.seq(),
        line.entryId(),
        line.type(),
        line.source(),
        line.salesDay(),
        line.carriedOverFrom(),
        line.contractVersion(),
        line.figures(),
        line.debits(),
        line.detail(),
        line.hash(),
        at);
  }

  /// The same line, of a contract that pays it otherwise.
  public static Line paidBy(Line line, PayoutTerms terms) {
    Detail detail = line.detail();
    return new Line(
        line.head(),
        line.seq(),
        line.entryId(),
        line.type(),
        line.source(),
        line.salesDay(),
        line.carriedOverFrom(),
        line.contractVersion(),
        line.figures(),
        line.debits(),
        new Detail(
            detail.paymentId(),
            detail.refundId(),
            detail.orderId(),
            detail.capturedAt(),
            detail.cardBrand(),
            detail.last4(),
            detail.installments(),
            detail.rrn(),
            detail.authorizationCode(),
            detail.valueDays(),
            detail.parts(),
            detail.reserve(),
            detail.cardClass(),
            terms),
        line.hash(),
        line.knownAt());
  }

  public static Line line(
      Head head, long seq, LocalDate day, LineType type, long gross, int valueDays) {
    long commission = -gross / 50;
    long tax = commission / 20;
    Figures figures = new Figures(gross, commission, tax, gross + commission + tax);
    return new Line(
        head,
        seq,
        head.id() + "|pay_" + seq + ":3",
        type,
        new Source(SOURCES.getFirst(), 0),
        day,
        null,
        1,
        figures,
        Math.abs(gross),
        new Detail(
            "pay_" + seq,
            type == LineType.REFUND ? "ref_" + seq : null,
            "A-" + seq,
            Instant.parse("2026-11-23T09:00:00Z").plusSeconds(seq),
            "visa",
            "6111",
            1,
            "RRN%09d".formatted(seq),
            "AUTH01",
            valueDays,
            1,
            ReserveTerms.NONE,
            null,
            PayoutTerms.NONE),
        "hash" + seq,
        null);
  }
}
