package io.openvpos.settlement.report;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.SeqRange;
import io.openvpos.settlement.batch.domain.ValueDates;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
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
    Iterator<Line> found = new Complete(batch, lines.ofBatch(batch.id()));
    return new Iterator<>() {
      private boolean headerWritten;

      @Override
      public boolean hasNext() {
        return !headerWritten || found.hasNext();
      }

      @Override
      public byte[] next() {
        StringBuilder text = new StringBuilder();
        if (!headerWritten) {
          headerWritten = true;
          text.append(CsvFormat.header());
        }
        for (int count = 0; count < LINES_AT_ONCE && found.hasNext(); count++) {
          Line line = found.next();
          text.append(CsvFormat.line(line, valueDates.of(line)));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
      }
    };
  }

  /// The lines of a batch, exactly those that it names: one more or less is a broken store.
  private static final class Complete implements Iterator<Line> {

    private final Batch batch;
    private final Iterator<Line> lines;
    private final PrimitiveIterator.OfLong seqs;

    Complete(Batch batch, Iterator<Line> lines) {
      this.batch = batch;
      this.lines = lines;
      seqs = batch.entries().stream().flatMapToLong(SeqRange::numbers).iterator();
    }

    @Override
    public boolean hasNext() {
      if (lines.hasNext() != seqs.hasNext()) {
        throw broken();
      }
      return lines.hasNext();
    }

    @Override
    public Line next() {
      Line line = lines.next();
      if (line.seq() != seqs.nextLong()) {
        throw broken();
      }
      return line;
    }

    private IllegalStateException broken() {
      return new IllegalStateException("the lines of " + batch.id() + " are not those it names");
    }
  }
}
