package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.verify.books.BankDays;
import io.openvpos.sandbox.verify.books.BookedEntry;
import io.openvpos.sandbox.verify.books.BookedEntry.Detail;
import io.openvpos.sandbox.verify.books.BookedEntry.Reserve;
import io.openvpos.sandbox.verify.books.BookedLine;
import io.openvpos.sandbox.verify.books.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
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
    private final Detail detail;
    private final int contractVersion;
    private final Figures figures;
    private boolean lined;

    private Row(BookedEntry entry) {
      Detail detail = entry.detail();
      text = ReportRow.of(entry);
      entryId = entry.id();
      hash = entry.hash();
      capture = entry.type().equals("capture");
      ownValueDate = capture || entry.type().equals("void");
      this.detail = detail == null ? Detail.NONE : detail;
      contractVersion = entry.contractVersion() == null ? 0 : entry.contractVersion();
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
      int parts = row.ownValueDate ? row.detail.parts() : 1;
      if (parts == 1) {
        dues.merge(valueDate(row, calendar, earliest), row.figures.net(), Math::addExact);
      } else {
        inParts(row.figures.net(), parts, calendar, dues);
      }
    }
    return dues;
  }

  /// Equal parts towards zero, a month apart; the last takes the rest.
  private void inParts(long net, int parts, BankDays calendar, Map<LocalDate, Long> dues) {
    long left = net;
    for (int number = 1; number <= parts; number++) {
      long part = number == parts ? left : net / parts;
      dues.merge(partDate(calendar, number), part, Math::addExact);
      left -= part;
    }
  }

  private LocalDate partDate(BankDays calendar, int number) {
    LocalDate wanted = calendar.onOrAfter(day.plusMonths(number));
    LocalDate floor = calendar.firstAfter(day);
    return wanted.isBefore(floor) ? floor : wanted;
  }

  /// What the newest contract version of its lines holds back of a positive net.
  long reserve() {
    Reserve terms =
        rows.values().stream()
            .filter(row -> row.contractVersion > 0)
            .max(Comparator.comparingInt(row -> row.contractVersion))
            .map(row -> row.detail.reserve())
            .orElse(Reserve.NONE);
    long net = Math.max(0, figures().net());
    return BigDecimal.valueOf(net)
        .multiply(BigDecimal.valueOf(terms.basisPoints(), 4))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
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
        .map(row -> own(row, calendar))
        .min(LocalDate::compareTo)
        .orElseGet(() -> calendar.firstAfter(day));
  }

  private LocalDate valueDate(Row row, BankDays calendar, LocalDate earliest) {
    return row.ownValueDate ? own(row, calendar) : earliest;
  }

  /// Of a row that is due in parts, the date of the first.
  private LocalDate own(Row row, BankDays calendar) {
    return row.detail.parts() == 1
        ? calendar.valueDate(day, row.detail.valueDays())
        : partDate(calendar, 1);
  }
}
