package io.openvpos.settlement.closing;

import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.CutCondition;
import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.Line.Source;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.MarkStore;
import io.openvpos.settlement.batch.domain.SourceTotal;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayStatus;
import io.openvpos.settlement.payout.domain.ConversionStore;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How far the close of a day is and what it waits for, read from the stores that the close itself
/// reads.
public final class DayProgress {

  private final LineStore lines;
  private final MarkStore marks;
  private final BatchStore batches;
  private final Outgoing outgoing;
  private final Sources sources;

  /// The topics whose days the ledger marks, and the platform's money partition count.
  public record Sources(List<String> topics, int partitions) {
    public Sources {
      topics = List.copyOf(topics);
    }
  }

  /// What a close paid and converted.
  public record Outgoing(PayoutStore payouts, ConversionStore conversions) {}

  /// Where a day stands.
  public enum Stage {
    /// Takes sales.
    OPEN,
    /// The close is asked for; no source partition has ended the day yet.
    REQUESTED,
    /// Some source partitions have ended the day.
    DRAINING,
    /// All have; the batches are being cut.
    CUTTING,
    /// Cut; the payables take the day in.
    PAYING,
    /// Paid; the ledger posts the batch closes, payouts, reserves and conversions.
    POSTING,
    CLOSED
  }

  /// One mode and currency of one source partition: what the ledger announced, what is stored here.
  ///
  /// @param announced null before the mark
  public record Count(
      Mode mode, String currency, Optional<SourceTotal> announced, SourceTotal stored) {}

  /// One source partition.
  public record Partition(Source source, boolean marked, List<Count> counts) {}

  /// How far a day is.
  ///
  /// @param waitsForMarks ids of the marks that are missing, while the day is closing
  /// @param waitsForEntries event ids of the closing entries that the ledger has not posted
  public record Progress(
      Stage stage,
      List<Partition> partitions,
      List<String> waitsForMarks,
      List<String> waitsForEntries) {}

  /// Where nothing is converted.
  public DayProgress(
      LineStore lines, MarkStore marks, BatchStore batches, PayoutStore payouts, Sources sources) {
    this(lines, marks, batches, new Outgoing(payouts, ConversionStore.NONE), sources);
  }

  public DayProgress(
      LineStore lines, MarkStore marks, BatchStore batches, Outgoing outgoing, Sources sources) {
    this.lines = lines;
    this.marks = marks;
    this.batches = batches;
    this.outgoing = outgoing;
    this.sources = sources;
  }

  public Progress of(BusinessDay day) {
    List<String> needed = CutCondition.markIds(day.day(), sources.topics(), sources.partitions());
    Map<String, LedgerMark> found =
        marks.find(needed).stream().collect(Collectors.toMap(LedgerMark::id, Function.identity()));
    boolean closing = day.status() == DayStatus.CLOSING;
    List<String> missing =
        closing ? needed.stream().filter(id -> !found.containsKey(id)).toList() : List.of();
    List<String> entries = closing && day.isPaid() ? notPosted(day.day()) : List.of();
    return new Progress(
        stage(day, found.size(), needed.size()), partitions(day.day(), found), missing, entries);
  }

  private static Stage stage(BusinessDay day, int found, int needed) {
    if (day.status() != DayStatus.CLOSING) {
      return day.status() == DayStatus.OPEN ? Stage.OPEN : Stage.CLOSED;
    }
    if (day.isPaid()) {
      return Stage.POSTING;
    }
    if (day.isCut()) {
      return Stage.PAYING;
    }
    if (found == needed) {
      return Stage.CUTTING;
    }
    return found == 0 ? Stage.REQUESTED : Stage.DRAINING;
  }

  private List<String> notPosted(LocalDate day) {
    Set<String> awaited = new TreeSet<>(outgoing.payouts().reserveEventsOf(day));
    batches.ofDay(day).forEach(batch -> awaited.add(Batch.eventId(batch.id())));
    outgoing.payouts().ofClose(day).forEach(one -> awaited.add(Payout.instructedEventId(one.id())));
    outgoing.conversions().ofDay(day).forEach(one -> awaited.addAll(one.entryEventIds()));
    awaited.removeAll(marks.posted(awaited));
    return List.copyOf(awaited);
  }

  private List<Partition> partitions(LocalDate day, Map<String, LedgerMark> found) {
    Map<String, Map<String, SourceTotal>> stored = new TreeMap<>();
    lines.forEachOf(day, line -> count(stored, line));
    List<Partition> all = new ArrayList<>();
    for (String topic : sources.topics()) {
      for (int partition = 0; partition < sources.partitions(); partition++) {
        Source source = new Source(topic, partition);
        String id = LedgerMark.id(day, source);
        Optional<LedgerMark> mark = Optional.ofNullable(found.get(id));
        all.add(
            new Partition(
                source, mark.isPresent(), counts(mark, stored.getOrDefault(id, Map.of()))));
      }
    }
    return all;
  }

  private static void count(Map<String, Map<String, SourceTotal>> stored, Line line) {
    SourceTotal one = new SourceTotal(line.head().mode(), line.head().currency(), 1, line.debits());
    stored
        .computeIfAbsent(LedgerMark.id(line.salesDay(), line.source()), id -> new TreeMap<>())
        .merge(key(one), one, DayProgress::plus);
  }

  private static SourceTotal plus(SourceTotal one, SourceTotal other) {
    return new SourceTotal(
        one.mode(),
        one.currency(),
        one.entries() + other.entries(),
        Math.addExact(one.debits(), other.debits()));
  }

  private static List<Count> counts(Optional<LedgerMark> mark, Map<String, SourceTotal> stored) {
    Map<String, SourceTotal> announced = new TreeMap<>();
    mark.ifPresent(found -> found.totals().forEach(total -> announced.put(key(total), total)));
    Set<String> keys = new TreeSet<>(announced.keySet());
    keys.addAll(stored.keySet());
    List<Count> counts = new ArrayList<>();
    for (String key : keys) {
      Optional<SourceTotal> said = Optional.ofNullable(announced.get(key));
      SourceTotal any = said.orElseGet(() -> stored.get(key));
      SourceTotal none = new SourceTotal(any.mode(), any.currency(), 0, 0);
      counts.add(
          new Count(
              any.mode(),
              any.currency(),
              mark.map(present -> said.orElse(none)),
              stored.getOrDefault(key, none)));
    }
    return counts;
  }

  private static String key(SourceTotal total) {
    return total.mode().code() + " " + total.currency();
  }
}
