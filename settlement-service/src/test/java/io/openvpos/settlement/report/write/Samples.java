package io.openvpos.settlement.report.write;

import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchId;
import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.Line.Detail;
import io.openvpos.settlement.batch.domain.Line.Source;
import io.openvpos.settlement.batch.domain.LineType;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import io.openvpos.settlement.fakes.ClosedDays;
import io.openvpos.settlement.fakes.Lines;
import io.openvpos.settlement.payout.domain.Beneficiaries;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.report.domain.FileFormat;
import io.openvpos.settlement.report.domain.Language;
import io.openvpos.settlement.report.domain.Report;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One day of one merchant with a line of every type, and its neighbours.
final class Samples {

  static final LocalDate BEFORE = LocalDate.parse("2026-11-23");
  static final LocalDate D = LocalDate.parse("2026-11-24");
  static final Head HEAD = new Head("m_1", Mode.LIVE, "TRY");
  static final Head YEN = new Head("m_1", Mode.LIVE, "JPY");

  private Samples() {}

  static ClosedDays days() {
    ClosedDays days = new ClosedDays(new Payees());
    days.close(BEFORE, List.of(Lines.capture(HEAD, 1, BEFORE, 1_000_00, 20)));
    days.close(
        D,
        List.of(
            line(HEAD, 2, LineType.CAPTURE, "Şişli-Çağrı/İĞÜ", 12_345_67, -246_91, -12_35),
            line(HEAD, 3, LineType.CAPTURE, "=HYPERLINK(\"http://x\";\"y\")", 5, 0, 0),
            line(HEAD, 4, LineType.VOID, "-1+2", -5, 0, 0),
            line(HEAD, 5, LineType.REFUND, "00012", -45_67, 91, 5),
            line(HEAD, 6, LineType.CHARGEBACK, "a;b,\"c\"\nd", -100_00, 0, 0),
            line(HEAD, 7, LineType.CHARGEBACK_REVERSAL, "", 100_00, 0, 0),
            adjustment(8, -3_50),
            line(YEN, 1, LineType.CAPTURE, "¥", 500, -10, -1)));
    return days;
  }

  static Report settlement(ClosedDays days, Head head) {
    Batch batch = days.stores.batchStore().find(BatchId.of(D, head)).orElseThrow();
    return days.library().settlement(batch, days.day(D));
  }

  static byte[] bytes(Report report, FileFormat format, Language language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportRun.write(report, List.of(ReportFormats.writer(format, language, out)), () -> {});
    return out.toByteArray();
  }

  private static Line adjustment(long seq, long net) {
    return new Line(
        HEAD,
        seq,
        HEAD.id() + "|adj_" + seq,
        LineType.ADJUSTMENT,
        new Source(Lines.SOURCES.getLast(), 0),
        D,
        null,
        null,
        new Figures(net, 0, 0, net),
        Math.abs(net),
        Detail.NONE,
        "hash",
        null);
  }

  private static Line line(
      Head head, long seq, LineType type, String order, long gross, long commission, long tax) {
    @Nullable String refund = type == LineType.REFUND ? "ref_" + seq : null;
    return new Line(
        head,
        seq,
        head.id() + "|pay_" + seq + ":2",
        type,
        new Source(Lines.SOURCES.getFirst(), 0),
        D,
        seq == 3 ? BEFORE : null,
        1,
        new Figures(gross, commission, tax, gross + commission + tax),
        Math.abs(gross),
        new Detail(
            "pay_" + seq,
            refund,
            order,
            Instant.parse("2026-11-24T20:59:59.250Z").plusMillis(seq),
            seq % 2 == 0 ? "troy" : "visa",
            "0042",
            seq == 2 ? 3 : 1,
            "63291234567" + seq,
            "12E45" + seq,
            seq == 2 ? 1 : 2,
            1,
            new ReserveTerms(500, 30),
            seq % 2 == 0 ? "own_bank" : "foreign",
            PayoutTerms.NONE),
        "hash",
        null);
  }

  /// The merchant's name and account as they were at the close.
  private record Payees() implements Beneficiaries {
    @Override
    public boolean complete() {
      return true;
    }

    @Override
    public Beneficiary of(String merchantId) {
      return new Beneficiary("TR330006100519786457841326", "Çiğköfteci Şükrü İnş. A.Ş.");
    }
  }
}
