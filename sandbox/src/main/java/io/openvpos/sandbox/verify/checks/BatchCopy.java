package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.verify.books.BankDays;
import io.openvpos.sandbox.verify.books.BookedEntry;
import io.openvpos.sandbox.verify.books.BookedEntry.Detail;
import io.openvpos.sandbox.verify.books.BookedLine;
import io.openvpos.sandbox.verify.books.Figures;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A batch cut once more, from the ledger's entries alone.
final class BatchCopy {

  /// A line of it.
  static final class Row {
    private final String text;
    private final String entryId;
    private final String hash;
    private final boolean ownValueDate;
    private final boolean capture;
    private final int valueDays;
    private final Figures figures;
    private boolean lined;

    private Row(BookedEntry entry) {
      Detail detail = entry.detail();
      text = ReportRow.of(entry);
      entryId = entry.id();
      hash = entry.hash();
      capture = entry.type().equals("capture");
      ownValueDate = capture || entry.type().equals("void");
      valueDays = detail == null ? 0 : detail.valueDays();
      figures = Figures.of(entry);
    }

    String entryId() {
      return entryId;
    }

    boolean lined() {
      return lined;
    }
  }

  private final LocalDate day;
  private final NavigableMap<Long, Row> rows = new TreeMap<>();

  BatchCopy(LocalDate day) {
    this.day = day;
  }

  LocalDate day() {
    return day;
  }

  NavigableMap<Long, Row> rows() {
    return rows;
  }

  void add(BookedEntry entry) {
    rows.put(entry.seq(), new Row(entry));
  }

  /// What is wrong with a stored line of it; null if it is the entry's.
  @Nullable String take(BookedLine line) {
    Row row = rows.get(line.seq());
    if (row == null) {
      return "line " + line.id() + " has no entry in " + line.batchId();
    }
    if (!row.text.equals(ReportRow.of(line)) || !row.hash.equals(line.hash())) {
      return "line " + line.id() + " says something else than entry " + row.entryId;
    }
    if (row.lined) {
      return "entry " + row.entryId + " is in two lines, the second is " + line.id();
    }
    row.lined = true;
    return null;
  }

  Figures figures() {
    return rows.values().stream().map(row -> row.figures).reduce(Figures.ZERO, Figures::plus);
  }

  Map<LocalDate, Long> dues(BankDays calendar) {
    LocalDate earliest = earliest(calendar);
    Map<LocalDate, Long> dues = new TreeMap<>();
    for (Row row : rows.values()) {
      dues.merge(valueDate(row, calendar, earliest), row.figures.net(), Math::addExact);
    }
    return dues;
  }

  /// SHA-256 of the report.
  String digest(BankDays calendar) {
    LocalDate earliest = earliest(calendar);
    Sha256 sha = new Sha256().add(ReportRow.HEADER);
    for (Row row : rows.values()) {
      sha.add(row.text).add(valueDate(row, calendar, earliest).toString()).add("\r\n");
    }
    return sha.hex();
  }

  /// That refunds, chargebacks and adjustments take.
  private LocalDate earliest(BankDays calendar) {
    return rows.values().stream()
        .filter(row -> row.capture)
        .map(row -> calendar.valueDate(day, row.valueDays))
        .min(LocalDate::compareTo)
        .orElseGet(() -> calendar.firstAfter(day));
  }

  private LocalDate valueDate(Row row, BankDays calendar, LocalDate earliest) {
    return row.ownValueDate ? calendar.valueDate(day, row.valueDays) : earliest;
  }
}
