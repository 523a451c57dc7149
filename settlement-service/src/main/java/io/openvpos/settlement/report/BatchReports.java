package io.openvpos.settlement.report;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.ValueDates;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/// Writes a batch's report piece by piece, in the order of the ledger, with a few hundred lines in
/// memory whatever the batch's size.
public final class BatchReports {

  /// Letters of a piece, mostly.
  private static final int PIECE = 1 << 17;

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
    LinePages pages = new LinePages(lines, batch);
    return new Iterator<>() {
      private boolean headerWritten;

      @Override
      public boolean hasNext() {
        return !headerWritten || pages.hasNext();
      }

      @Override
      public byte[] next() {
        StringBuilder text = new StringBuilder(PIECE);
        if (!headerWritten) {
          headerWritten = true;
          text.append(CsvFormat.header());
        }
        for (Line line : pages.next()) {
          CsvFormat.line(text, line, batch.id(), valueDates.of(line));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
      }
    };
  }
}
