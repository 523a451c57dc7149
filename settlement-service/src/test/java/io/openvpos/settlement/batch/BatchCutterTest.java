package io.openvpos.settlement.batch;

import static io.openvpos.settlement.fakes.Lines.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.calendar.CurrencyCalendars;
import io.openvpos.messaging.task.Workers;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchDraft;
import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.Line.Source;
import io.openvpos.settlement.batch.domain.SourceTotal;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryStores;
import io.openvpos.settlement.fakes.Lines;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.report.BatchReports;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// When a day is cut, and that what is cut depends on nothing but its lines.
class BatchCutterTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Instant CUT_OFF = Instant.parse("2026-11-23T21:00:00Z");
  private static final Head OTHER = new Head("m_xyz", Mode.LIVE, "EUR");

  private final BankCalendars calendars = new BankCalendars(Terms.CALENDARS);

  @Test
  void aDayIsCutWhenEverySourceIsMarkedAndTheLinesAgree() {
    InMemoryStores stores = new InMemoryStores(Faults.none());
    List<Line> lines = someLines(30);
    stores.lineStore().insertMissing(lines);
    List<LedgerMark> marks = marks(lines);
    for (LedgerMark mark : marks) {
      assertThat(cut(stores)).isEmpty();
      stores.markStore().record(mark);
    }
    assertThat(cut(stores)).hasValue(2);
    assertThat(cut(stores)).hasValue(2);
    assertThat(stores.batches.keySet())
        .containsExactly("2026-11-23.m_abc.test.TRY", "2026-11-23.m_xyz.live.EUR");
  }

  @Test
  void aMissingLineHoldsTheCutBack() {
    InMemoryStores stores = new InMemoryStores(Faults.none());
    List<Line> lines = someLines(30);
    stores.lineStore().insertMissing(lines.subList(0, 29));
    marks(lines).forEach(stores.markStore()::record);
    assertThatIllegalStateException().isThrownBy(() -> cut(stores));
    assertThat(stores.batches).isEmpty();
    stores.lineStore().insertMissing(lines);
    assertThat(cut(stores)).hasValue(2);
  }

  @Test
  void aDayWithoutLinesHasNoBatches() {
    InMemoryStores stores = new InMemoryStores(Faults.none());
    marks(List.of()).forEach(stores.markStore()::record);
    assertThat(cut(stores)).hasValue(0);
  }

  @Test
  void linesInAnyOrderGiveTheSameBatchesAndTheSameReports() {
    List<Line> lines = someLines(1_700);
    Map<String, Batch> expected = null;
    List<String> expectedReports = null;
    for (long seed = 1; seed <= 5; seed++) {
      InMemoryStores stores = new InMemoryStores(Faults.none());
      List<Line> shuffled = new ArrayList<>(lines);
      Collections.shuffle(shuffled, new Random(seed));
      shuffled.forEach(line -> stores.lineStore().insertMissing(List.of(line)));
      marks(lines).forEach(stores.markStore()::record);
      assertThat(cut(stores)).as("seed %d", seed).hasValue(2);
      List<String> reports = stores.batches.values().stream().map(b -> report(stores, b)).toList();
      expected = expected == null ? stores.batches : expected;
      expectedReports = expectedReports == null ? reports : expectedReports;
      assertThat(stores.batches).as("seed %d", seed).isEqualTo(expected);
      assertThat(reports).as("seed %d", seed).isEqualTo(expectedReports);
    }
  }

  @Test
  void aBatchIsTheSumOfItsLinesAndFreezesWhatItDependsOn() {
    InMemoryStores stores = new InMemoryStores(Faults.none());
    List<Line> lines = someLines(40);
    stores.lineStore().insertMissing(lines);
    marks(lines).forEach(stores.markStore()::record);
    cut(stores);
    for (Batch batch : stores.batches.values()) {
      List<Line> mine = lines.stream().filter(line -> line.batchId().equals(batch.id())).toList();
      assertThat(batch.lines()).isEqualTo(mine.size());
      assertThat(batch.figures())
          .isEqualTo(mine.stream().map(Line::figures).reduce(Figures.ZERO, Figures::plus));
      assertThat(batch.calendarVersion())
          .isEqualTo(batch.head().equals(OTHER) ? "tr-1+target-1" : "tr-1");
      assertThat(batch.contractVersions()).containsExactly(1);
      assertThat(batch.digest()).hasSize(64);
    }
  }

  @Test
  void eachCurrencysMoneyIsDueOnItsOwnDaysAndTheReportSaysSo() {
    LocalDate maundyThursday = LocalDate.parse("2026-04-02");
    InMemoryStores stores = new InMemoryStores(Faults.none());
    Map<String, LocalDate> due = new TreeMap<>();
    CurrencyCalendars byCurrency = calendars.inForce();
    for (String currency : List.of("EUR", "GBP", "TRY", "USD")) {
      Head head = new Head("m_abc", Mode.TEST, currency);
      Line line = Lines.capture(head, 1, maundyThursday, 100_00, 1);
      stores.lineStore().insertMissing(List.of(line));
      BatchDraft draft = new BatchDraft(maundyThursday, head, byCurrency.of(currency));
      draft.add(line);
      Batch batch = draft.finish();
      due.put(currency, batch.dues().getFirst().valueDate());
      assertThat(report(stores, batch)).contains(due.get(currency).toString());
    }
    LocalDate goodFriday = maundyThursday.plusDays(1);
    LocalDate tuesday = maundyThursday.plusDays(5);
    assertThat(due)
        .isEqualTo(Map.of("EUR", tuesday, "GBP", tuesday, "TRY", goodFriday, "USD", goodFriday));
  }

  private OptionalInt cut(InMemoryStores stores) {
    return new BatchCutter(
            stores.lineStore(),
            stores.markStore(),
            stores.batchStore(),
            calendars,
            Lines.SOURCES,
            Workers.inOrder())
        .cut(D, CUT_OFF, calendars.inForce(), 2);
  }

  private String report(InMemoryStores stores, Batch batch) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new BatchReports(stores.lineStore(), calendars)
        .pieces(batch)
        .forEachRemaining(bytes::writeBytes);
    return bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static List<Line> someLines(int count) {
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      Head head = i % 3 == 0 ? OTHER : HEAD;
      // A gap now and then: entries of other days stand between.
      long seq = i + i / 10L;
      lines.add(
          i % 7 == 0
              ? Lines.refund(head, seq, D, 5_00)
              : Lines.capture(head, seq, D, 100_00 + i, 1 + i % 40));
    }
    return lines;
  }

  private static List<LedgerMark> marks(List<Line> lines) {
    List<LedgerMark> marks = new ArrayList<>();
    for (String topic : Lines.SOURCES) {
      for (int partition = 0; partition < 2; partition++) {
        Source source = new Source(topic, partition);
        marks.add(
            new LedgerMark(
                D,
                source,
                List.of(total(lines, source, HEAD), total(lines, source, OTHER)),
                Optional.empty()));
      }
    }
    return marks;
  }

  private static SourceTotal total(List<Line> lines, Source source, Head head) {
    List<Line> mine =
        lines.stream()
            .filter(line -> line.source().equals(source) && line.head().equals(head))
            .toList();
    return new SourceTotal(
        head.mode(), head.currency(), mine.size(), mine.stream().mapToLong(Line::debits).sum());
  }
}
