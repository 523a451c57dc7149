package io.openvpos.settlement.batch;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.calendar.CurrencyCalendars;
import io.openvpos.messaging.task.Workers;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchDraft;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.CutCondition;
import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.MarkStore;
import io.openvpos.settlement.report.BatchReports;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentSkipListMap;

/// Cuts a day into its batches once the ledger has said that nothing of it is missing.
public final class BatchCutter {

  private final LineStore lines;
  private final MarkStore marks;
  private final BatchStore batches;
  private final BatchReports reports;
  private final List<String> sourceTopics;
  private final Workers workers;

  /// @param workers by which batches are cut side by side
  public BatchCutter(
      LineStore lines,
      MarkStore marks,
      BatchStore batches,
      BankCalendars calendars,
      List<String> sourceTopics,
      Workers workers) {
    this.lines = lines;
    this.marks = marks;
    this.batches = batches;
    this.sourceTopics = sourceTopics;
    this.workers = workers;
    reports = new BatchReports(lines, calendars);
  }

  /// By the calendars that were frozen for the day. The number of batches, all of them stored;
  /// empty while the ledger has not finished the day. Lines that differ from what the ledger
  /// counted are a broken invariant: they were stored before the marks.
  public OptionalInt cut(
      LocalDate day, Instant cutOffAt, CurrencyCalendars calendars, int partitions) {
    List<String> needed = CutCondition.markIds(day, sourceTopics, partitions);
    List<LedgerMark> found = marks.find(needed);
    if (found.size() < needed.size()) {
      return OptionalInt.empty();
    }
    CutCondition condition = new CutCondition();
    Map<String, BatchDraft> drafts = new ConcurrentSkipListMap<>();
    workers.each(
        lines.batchesOf(day),
        batchId -> drafts.put(batchId, draft(batchId, day, calendars, condition)));
    if (!condition.agrees(found)) {
      throw new IllegalStateException("the lines of " + day + " are not those the ledger counted");
    }
    // The largest first, so that no one is left alone with it at the end.
    List<Batch> finished = new ArrayList<>(drafts.size());
    drafts.values().forEach(draft -> finished.add(draft.finish()));
    finished.sort(Comparator.comparingLong(Batch::lines).reversed());
    workers.each(
        finished,
        batch -> {
          batches.insert(batch.withDigest(reports.digest(batch)), cutOffAt);
        });
    return OptionalInt.of(drafts.size());
  }

  private BatchDraft draft(
      String batchId, LocalDate day, CurrencyCalendars calendars, CutCondition condition) {
    Iterator<Line> found = lines.ofBatch(batchId);
    CutCondition counted = new CutCondition();
    Line first = found.next();
    BatchDraft draft = new BatchDraft(day, first.head(), calendars.of(first.head().currency()));
    for (Line line = first; ; line = found.next()) {
      counted.count(line);
      draft.add(line);
      if (!found.hasNext()) {
        break;
      }
    }
    condition.add(counted);
    return draft;
  }
}
