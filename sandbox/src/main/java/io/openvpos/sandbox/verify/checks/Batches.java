package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.verify.books.BankDays;
import io.openvpos.sandbox.verify.books.BookedBatch;
import io.openvpos.sandbox.verify.books.BookedBatch.Range;
import io.openvpos.sandbox.verify.books.BookedDay;
import io.openvpos.sandbox.verify.books.BookedEntry;
import io.openvpos.sandbox.verify.books.BookedLine;
import io.openvpos.sandbox.verify.books.Told;
import io.openvpos.schemas.settlement.BatchClosed;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// 8. Every batch is cut once more from the ledger's entries: the same lines, figures, dues and
///    report, byte for byte by its digest.
final class Batches extends Check {

  private final Function<String, BankDays> calendars;
  private final Map<String, BatchCopy> copies = new TreeMap<>();
  private final Map<String, BookedBatch> batches = new TreeMap<>();
  private final Map<LocalDate, BookedDay> days = new TreeMap<>();
  private final Map<String, Long> closes = new HashMap<>();
  private final Map<String, Long> held = new HashMap<>();
  private final Set<String> batchesTold = new HashSet<>();
  private long entries;
  private long lines;

  Batches(Function<String, BankDays> calendars) {
    super(8, "each line in exactly the batch of its day; digests repeat");
    this.calendars = calendars;
  }

  @Override
  void entry(BookedEntry entry) {
    if (entry.batchLine()) {
      entries++;
      copies
          .computeIfAbsent(
              BookedBatch.id(entry.salesDay(), entry.head()), _ -> new BatchCopy(entry.salesDay()))
          .add(entry);
    } else if (entry.type().equals("batch_close")) {
      closes.put(entry.eventId(), entry.on("merchant_pending"));
    } else if (entry.type().equals("reserve_held")) {
      held.merge(
          BookedBatch.id(entry.salesDay(), entry.head()),
          entry.on("merchant_available"),
          Math::addExact);
    }
  }

  @Override
  void line(BookedLine line) {
    lines++;
    BatchCopy copy = copies.get(line.batchId());
    String wrong =
        copy == null
            ? "line " + line.id() + " is of " + line.batchId() + ", where no entry is"
            : copy.take(line);
    if (wrong != null) {
      fault(wrong);
    }
  }

  @Override
  void batch(BookedBatch batch) {
    batches.put(batch.id(), batch);
  }

  @Override
  void told(Told told) {
    if (told.record() instanceof BatchClosed closed) {
      closed(closed);
    }
  }

  private void closed(BatchClosed told) {
    BookedBatch batch = batches.get(told.getBatchId());
    batchesTold.add(told.getBatchId());
    expect(
        batch != null
            && batch.digest().equals(told.getDigest())
            && batch.lines() == told.getLines()
            && batch.figures().net() == told.getNet().getMinorUnits(),
        "batch " + told.getBatchId() + " was told otherwise than it is stored");
  }

  @Override
  void day(BookedDay day) {
    days.put(day.day(), day);
  }

  @Override
  String judge() {
    copies.forEach((id, copy) -> {
      BookedDay day = days.get(copy.day());
      BookedBatch batch = batches.get(id);
      if (day != null && day.closed() && batch == null) {
        fault(
            "day %s is closed without batch %s of %d entries"
                .formatted(copy.day(), id, copy.rows().size()));
      }
    });
    batches.values().forEach(this::compare);
    held.keySet()
        .forEach(id -> expect(batches.containsKey(id), "held of a batch that is none: " + id));
    batches
        .keySet()
        .forEach(id -> expect(batchesTold.contains(id), "batch " + id + " was never told"));
    days.values().stream().filter(BookedDay::closed).forEach(this::compareDay);
    return "%d entries, %d lines, %d batches of %d days"
        .formatted(entries, lines, batches.size(), days.size());
  }

  private void compare(BookedBatch batch) {
    BookedDay day = days.get(batch.day());
    BatchCopy copy = copies.get(batch.id());
    expect(
        day != null && (day.cut() || day.closed()),
        "batch " + batch.id() + " is of a day that is not cut");
    if (copy == null || !BookedBatch.id(batch.day(), batch.head()).equals(batch.id())) {
      fault("batch " + batch.id() + " has no entries");
      return;
    }
    if (!sameEntries(batch, copy)) {
      return;
    }
    BankDays calendar = calendars.apply(batch.calendarVersion());
    expect(
        batch.lines() == copy.rows().size() && batch.figures().equals(copy.figures()),
        "batch %s has %d lines, %s; its entries %d, %s"
            .formatted(
                batch.id(), batch.lines(), batch.figures(), copy.rows().size(), copy.figures()));
    expect(
        batch.dues().equals(copy.dues(calendar)),
        "batch %s has dues %s, its entries give %s"
            .formatted(batch.id(), batch.dues(), copy.dues(calendar)));
    String digest = copy.digest(calendar);
    expect(
        batch.digest().equals(digest),
        "batch %s has the digest %s, a re-run %s".formatted(batch.id(), batch.digest(), digest));
    if (day != null && day.closed()) {
      Long closed = closes.get(batch.id() + ":1");
      expect(
          closed != null && closed == batch.figures().net(),
          "batch " + batch.id() + " is closed in the ledger with " + closed);
      long reserve = held.getOrDefault(batch.id(), 0L);
      expect(
          reserve == copy.reserve(),
          "of batch %s the ledger holds %d, its contract %d"
              .formatted(batch.id(), reserve, copy.reserve()));
    }
  }

  /// Numbers of the batch that no entry of it has, and entries of it that it does not hold.
  private boolean sameEntries(BookedBatch batch, BatchCopy copy) {
    long held = 0;
    boolean same = true;
    for (Range range : batch.ranges()) {
      for (long seq = range.from(); seq <= range.to(); seq++) {
        held++;
        if (!copy.rows().containsKey(seq)) {
          fault("batch " + batch.id() + " holds entry " + seq + ", which is no line of it");
          same = false;
        }
      }
    }
    for (Map.Entry<Long, BatchCopy.Row> row : copy.rows().entrySet()) {
      if (!row.getValue().lined()) {
        fault("entry " + row.getValue().entryId() + " is in no line of " + batch.id());
        same = false;
      }
    }
    expect(
        held == copy.rows().size(),
        "batch %s holds %d entries, there are %d".formatted(batch.id(), held, copy.rows().size()));
    return same && held == copy.rows().size();
  }

  private void compareDay(BookedDay day) {
    Sha256 sha = new Sha256();
    batches.values().stream()
        .filter(batch -> batch.day().equals(day.day()))
        .forEach(batch -> sha.add(batch.digest()));
    String digest = sha.hex();
    expect(
        digest.equals(day.digest()),
        "day %s has the digest %s, its batches give %s".formatted(day.day(), day.digest(), digest));
  }
}
