package io.openvpos.merchant.ledger;

import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.ledger.domain.day.DayTotal;
import io.openvpos.merchant.ledger.domain.day.EndedDays;
import io.openvpos.merchant.ledger.domain.day.SourceDayTotals;
import io.openvpos.merchant.ledger.domain.hold.PlacedHold;
import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.Head.Appended;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.merchant.ledger.hold.HoldLog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The ledger's store and feed in memory, with single-document atomicity and nothing more. `before`
/// runs before each operation: it may post as another consumer would, or crash.
final class InMemoryLedger implements Heads, Entries, SourceDays, HoldLog, EntryFeed, Contracts {

  /// A process that stops where it stands.
  static final class Crash extends RuntimeException {}

  record DayClosed(LocalDate day, Source source, SourceDayTotals totals) {}

  final Map<HeadKey, Head> heads = new TreeMap<>();
  final Map<String, JournalEntry> entries = new LinkedHashMap<>();
  final Map<Source, EndedDays> days = new LinkedHashMap<>();
  final Map<Source, List<PlacedHold>> holds = new LinkedHashMap<>();
  final Map<Source, Long> countedFrom = new LinkedHashMap<>();
  final List<JournalEntry> published = new ArrayList<>();
  final List<DayClosed> closed = new ArrayList<>();
  Runnable before = () -> {};

  Ledger ledger() {
    return Ledger.over(new Ledger.Parts(this, this, this, this, this, this), Runnable::run);
  }

  @Override
  public Optional<Head> find(HeadKey key) {
    before.run();
    return Optional.ofNullable(heads.get(key));
  }

  @Override
  public boolean save(Appended appended) {
    before.run();
    Head changed = appended.head();
    Head stored = heads.getOrDefault(changed.key(), Head.empty(changed.key()));
    if (stored.version() != changed.version() - 1) {
      return false;
    }
    List<JournalEntry> pending = new ArrayList<>(stored.pending());
    pending.addAll(appended.added());
    heads.put(changed.key(), withPending(changed, pending));
    return true;
  }

  @Override
  public void released(Collection<Head> done) {
    for (Head head : done) {
      before.run();
      if (!head.pending().isEmpty()) {
        long through = head.pending().getLast().seq();
        Head stored = heads.getOrDefault(head.key(), head);
        heads.put(
            head.key(),
            withPending(
                stored, stored.pending().stream().filter(entry -> entry.seq() > through).toList()));
      }
    }
  }

  @Override
  public List<Head> withPending(int partition) {
    before.run();
    return heads.values().stream()
        .filter(head ->
            head.pending().stream()
                .anyMatch(entry -> entry.draft().source().partition() == partition))
        .toList();
  }

  @Override
  public Set<String> stored(HeadKey head, Collection<String> eventIds) {
    before.run();
    Set<String> found = new HashSet<>(eventIds);
    found.removeIf(id -> !entries.containsKey(head.entryId(id)));
    return found;
  }

  @Override
  public void insert(List<JournalEntry> added) {
    for (JournalEntry entry : added) {
      before.run();
      entries.putIfAbsent(entry.id(), entry);
    }
  }

  @Override
  public List<DayTotal> totals(Source source, LocalDate day) {
    before.run();
    Map<String, DayTotal> totals = new TreeMap<>();
    entries.values().stream()
        .map(JournalEntry::draft)
        .filter(draft -> draft.source().equals(source) && draft.salesDay().equals(day))
        .forEach(draft ->
            totals.merge(
                draft.head().mode() + "|" + draft.head().currency(),
                new DayTotal(draft.head().mode(), draft.head().currency(), 1, draft.debits()),
                DayTotal::plus));
    return List.copyOf(totals.values());
  }

  @Override
  public EndedDays find(Source source) {
    before.run();
    return days.getOrDefault(source, EndedDays.none(source));
  }

  @Override
  public boolean save(EndedDays changed) {
    before.run();
    EndedDays stored = days.getOrDefault(changed.source(), EndedDays.none(changed.source()));
    if (stored.version() != changed.version() - 1) {
      return false;
    }
    days.put(changed.source(), changed);
    return true;
  }

  @Override
  public void add(Source source, List<PlacedHold> placed) {
    before.run();
    holds.computeIfAbsent(source, _ -> new ArrayList<>()).addAll(placed);
  }

  @Override
  public void forEach(Source source, LocalDate first, LocalDate last, Consumer<PlacedHold> each) {
    before.run();
    holds.getOrDefault(source, List.of()).stream()
        .filter(placed -> !placed.day().isBefore(first) && !placed.day().isAfter(last))
        .forEach(each);
  }

  @Override
  public OptionalLong countedFrom(Source source) {
    before.run();
    Long from = countedFrom.get(source);
    return from == null ? OptionalLong.empty() : OptionalLong.of(from);
  }

  @Override
  public void countFrom(Source source, long offset) {
    before.run();
    countedFrom.merge(source, offset, Math::min);
  }

  @Override
  public void publish(List<JournalEntry> told) {
    for (JournalEntry entry : told) {
      before.run();
      published.add(entry);
    }
  }

  @Override
  public void dayClosed(LocalDate day, Source source, Instant at, SourceDayTotals totals) {
    before.run();
    closed.add(new DayClosed(day, source, totals));
  }

  @Override
  public ContractBook of(String merchantId) {
    return ContractBook.first(ContractTerms.demo());
  }

  private static Head withPending(Head head, List<JournalEntry> pending) {
    return new Head(
        head.key(),
        head.version(),
        head.seq(),
        head.balances(),
        head.paidOut(),
        head.lastHash(),
        pending);
  }
}
