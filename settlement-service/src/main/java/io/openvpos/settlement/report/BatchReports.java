package io.openvpos.settlement.report;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.SeqRange;
import io.openvpos.settlement.batch.domain.ValueDates;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;

/// Writes a batch's report piece by piece, in the order of the ledger, with a few hundred lines in
/// memory whatever the batch's size.
public final class BatchReports {

  private static final int LINES_AT_ONCE = 500;

  private final LineStore lines;
  private final BankCalendars calendars;

  public BatchReports(LineStore lines, BankCalendars calendars) {
    this.lines = lines;
    this.calendars = calendars;
  }

  /// SHA-256 of the whole report.
  public String digest(Batch batch) {
    Sha256 sha = new Sha256();
    pieces(batch).forEachRemaining(sha::add);
    return sha.hex();
  }

  /// The report in UTF-8, to be read once.
  public Iterator<byte[]> pieces(Batch batch) {
    ValueDates valueDates =
        new ValueDates(calendars.version(batch.calendarVersion()), batch.earliestValueDate());
    PrimitiveIterator.OfLong seqs =
        batch.entries().stream().flatMapToLong(SeqRange::numbers).iterator();
    return new Iterator<>() {
      private boolean headerWritten;

      @Override
      public boolean hasNext() {
        return !headerWritten || seqs.hasNext();
      }

      @Override
      public byte[] next() {
        StringBuilder text = new StringBuilder();
        if (!headerWritten) {
          headerWritten = true;
          text.append(CsvFormat.header());
        }
        for (Line line : nextLines(batch, seqs)) {
          text.append(CsvFormat.line(line, valueDates.of(line)));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
      }
    };
  }

  private List<Line> nextLines(Batch batch, PrimitiveIterator.OfLong seqs) {
    List<Long> wanted = new ArrayList<>(LINES_AT_ONCE);
    while (wanted.size() < LINES_AT_ONCE && seqs.hasNext()) {
      wanted.add(seqs.nextLong());
    }
    List<Line> found = wanted.isEmpty() ? List.of() : lines.find(batch.head(), wanted);
    if (found.size() != wanted.size()) {
      throw new IllegalStateException("lines of " + batch.id() + " are missing");
    }
    return found.stream().sorted(Comparator.comparingLong(Line::seq)).toList();
  }
}
