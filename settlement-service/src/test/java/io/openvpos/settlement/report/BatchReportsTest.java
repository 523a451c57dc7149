package io.openvpos.settlement.report;

import static io.openvpos.settlement.fakes.Lines.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchDraft;
import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.Line.Detail;
import io.openvpos.settlement.batch.domain.Line.Source;
import io.openvpos.settlement.batch.domain.LineType;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryStores;
import io.openvpos.settlement.fakes.Lines;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchReportsTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private final InMemoryStores stores = new InMemoryStores(Faults.none());
  private final BankCalendars calendars = new BankCalendars("tr-1");
  private final BatchReports reports = new BatchReports(stores.lineStore(), calendars);

  @Test
  void theReportIsTheseVeryBytes() {
    Batch batch =
        batchOf(
            line(3, LineType.REFUND, "ref_3", "A-1001", null, new Figures(-50_00, 1_00, 5, -48_95)),
            line(
                1, LineType.CAPTURE, null, "A-1001", null, new Figures(129_90, -2_60, -13, 127_17)),
            line(
                2,
                LineType.CAPTURE,
                null,
                "=HYPERLINK(\"x\"),1",
                D.minusDays(1),
                new Figures(5, 0, 0, 5)));
    String expected =
        """
        batch_id,sales_day,carried_over_from,type,payment_id,refund_id,order_id,entry_id,captured_at,card_brand,last4,installments,rrn,authorization_code,currency,gross,commission,tax,net,value_date
        2026-11-23.m_abc.test.TRY,2026-11-23,,capture,pay_1,,A-1001,m_abc|test|TRY|e1,2026-11-23T12:00:01.500+03:00,visa,6111,3,ABC000000001,,TRY,129.90,-2.60,-0.13,127.17,2026-11-24
        2026-11-23.m_abc.test.TRY,2026-11-23,2026-11-22,capture,pay_2,,"'=HYPERLINK(""x""),1",m_abc|test|TRY|e2,2026-11-23T12:00:01.500+03:00,visa,6111,3,ABC000000002,,TRY,0.05,0.00,0.00,0.05,2026-11-24
        2026-11-23.m_abc.test.TRY,2026-11-23,,refund,pay_3,ref_3,A-1001,m_abc|test|TRY|e3,2026-11-23T12:00:01.500+03:00,visa,6111,3,ABC000000003,,TRY,-50.00,1.00,0.05,-48.95,2026-11-24
        """
            .replace("\n", "\r\n");
    assertThat(text(batch)).isEqualTo(expected);
    assertThat(reports.digest(batch)).isEqualTo(digest(expected));
  }

  @Test
  void textThatASpreadsheetWouldRunIsMarkedAsText() {
    for (String start : List.of("=", "+", "-", "@", "\t", "\r")) {
      String csv = row(line(1, LineType.CAPTURE, null, start + "1", null, Figures.ZERO));
      assertThat(csv).as("starts with %s", start).contains("'" + start + "1");
    }
    assertThat(row(line(1, LineType.CAPTURE, null, "A=1", null, Figures.ZERO))).contains(",A=1,");
  }

  @Test
  void amountsHaveTheirCurrencysOwnDecimals() {
    Line yen =
        Lines.capture(
            new io.openvpos.settlement.batch.domain.Head("m", io.openvpos.money.Mode.LIVE, "JPY"),
            1,
            D,
            500,
            1);
    assertThat(row(yen)).contains(",JPY,500,-10,0,490,");
  }

  @Test
  void aReportOfManyPiecesIsInTheOrderOfTheLedger() {
    BatchDraft draft = new BatchDraft(D, HEAD, calendars.current());
    for (long seq = 1_234; seq >= 1; seq--) {
      Line line = Lines.capture(HEAD, seq, D, 100_00, 1);
      stores.lineStore().insertMissing(List.of(line));
      draft.add(line);
    }
    List<String> rows = text(draft.finish()).lines().toList();
    assertThat(rows).hasSize(1_235);
    for (int i = 1; i < rows.size(); i++) {
      assertThat(rows.get(i)).contains(",pay_" + i + ",");
    }
  }

  @Test
  void aMissingLineIsNoReport() {
    Batch batch = batchOf(Lines.capture(HEAD, 1, D, 100_00, 1));
    stores.lines.clear();
    assertThatIllegalStateException().isThrownBy(() -> reports.digest(batch));
  }

  @Test
  void theDigestOfADayIsOverTheHexadecimalDigestsOfItsBatches() {
    assertThat(Sha256.ofDigests(List.of("aa", "bb"))).isEqualTo(digest("aabb"));
    assertThat(Sha256.ofDigests(List.of()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  private static String row(Line line) {
    StringBuilder row = new StringBuilder();
    CsvFormat.line(row, line, line.batchId(), D);
    return row.toString();
  }

  private Batch batchOf(Line... lines) {
    BatchDraft draft = new BatchDraft(D, HEAD, calendars.current());
    for (Line line : lines) {
      stores.lineStore().insertMissing(List.of(line));
      draft.add(line);
    }
    return draft.finish();
  }

  private String text(Batch batch) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    reports.pieces(batch).forEachRemaining(bytes::writeBytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String digest(String text) {
    Sha256 sha = new Sha256();
    sha.add(text.getBytes(StandardCharsets.UTF_8));
    return sha.hex();
  }

  private static Line line(
      long seq,
      LineType type,
      @Nullable String refundId,
      String orderId,
      @Nullable LocalDate carriedOverFrom,
      Figures figures) {
    return new Line(
        HEAD,
        seq,
        HEAD.id() + "|e" + seq,
        type,
        new Source(Lines.SOURCES.getFirst(), 0),
        D,
        carriedOverFrom,
        1,
        figures,
        Math.abs(figures.gross()),
        new Detail(
            "pay_" + seq,
            refundId,
            orderId,
            Instant.parse("2026-11-23T09:00:01.500Z"),
            "visa",
            "6111",
            3,
            "ABC%09d".formatted(seq),
            null,
            1,
            1,
            ReserveTerms.NONE,
            null,
            PayoutTerms.NONE),
        "hash",
        null);
  }
}
