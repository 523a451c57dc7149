package io.openvpos.settlement.batch;

import io.openvpos.calendar.BankCalendar;
import io.openvpos.calendar.BankCalendars;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchDraft;
import io.openvpos.settlement.batch.domain.BatchId;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.CutCondition;
import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.MarkStore;
import io.openvpos.settlement.report.BatchReports;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/// Cuts a day into its batches once the ledger has said that nothing of it is missing.
public final class BatchCutter {

  private final LineStore lines;
  private final MarkStore marks;
  private final BatchStore batches;
  private final BatchReports reports;
  private final List<String> sourceTopics;

  public BatchCutter(
      LineStore lines,
      MarkStore marks,
      BatchStore batches,
      BankCalendars calendars,
      List<String> sourceTopics) {
    this.lines = lines;
    this.marks = marks;
    this.batches = batches;
    this.sourceTopics = sourceTopics;
    reports = new BatchReports(lines, calendars);
  }

  /// By the calendar that was frozen for the day. The number of batches, all of them stored; empty
  /// while the ledger has not finished the day. Lines that differ from what the ledger counted are
  /// a broken invariant: they were stored before the marks.
  public OptionalInt cut(LocalDate day, Instant cutOffAt, BankCalendar calendar, int partitions) {
    List<String> needed = CutCondition.markIds(day, sourceTopics, partitions);
    List<LedgerMark> found = marks.find(needed);
    if (found.size() < needed.size()) {
      return OptionalInt.empty();
    }
    CutCondition condition = new CutCondition();
    Map<String, BatchDraft> drafts = new TreeMap<>();
    lines.forEachOf(
        day,
        line -> {
          condition.count(line);
          drafts
              .computeIfAbsent(
                  BatchId.of(day, line.head()), id -> new BatchDraft(day, line.head(), calendar))
              .add(line);
        });
    if (!condition.agrees(found)) {
      throw new IllegalStateException("the lines of " + day + " are not those the ledger counted");
    }
    for (BatchDraft draft : drafts.values()) {
      Batch batch = draft.finish();
      batches.insert(batch.withDigest(reports.digest(batch)), cutOffAt);
    }
    return OptionalInt.of(drafts.size());
  }
}
