package io.openvpos.sandbox.simulation.world;

import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.ledger.Contracts;
import io.openvpos.merchant.ledger.Entries;
import io.openvpos.merchant.ledger.Heads;
import io.openvpos.merchant.ledger.SourceDays;
import io.openvpos.merchant.ledger.domain.day.DayTotal;
import io.openvpos.merchant.ledger.domain.day.EndedDays;
import io.openvpos.merchant.ledger.domain.hold.PlacedHold;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.merchant.ledger.hold.HoldLog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The ledger's collections: heads, entries, ended days, notes of holds.
public final class LedgerStore {

  private static final ContractBook DEMO = ContractBook.first(ContractTerms.demo());

  private final Map<HeadKey, Head> heads = new TreeMap<>();
  private final Map<String, JournalEntry> entries = new LinkedHashMap<>();
  private final Map<Source, EndedDays> days = new LinkedHashMap<>();
  private final Map<Source, Set<PlacedHold>> holds = new LinkedHashMap<>();
  private final Map<Source, Long> countedFrom = new LinkedHashMap<>();

  public List<Head> heads() {
    return List.copyOf(heads.values());
  }

  public List<JournalEntry> entries() {
    return List.copyOf(entries.values());
  }

  /// One process's ports.
  record Ports(Heads heads, Entries entries, SourceDays days, HoldLog holds, Contracts contracts) {}

  Ports ports(StoreCalls calls) {
    return new Ports(
        new HeadAccess(calls),
        new EntryAccess(calls),
        new DayAccess(calls),
        new HoldAccess(calls),
        _ -> DEMO);
  }

  private final class HeadAccess implements Heads {

    private final StoreCalls calls;

    HeadAccess(StoreCalls calls) {
      this.calls = calls;
    }

    @Override
    public Optional<Head> find(HeadKey key) {
      return calls.read("read head", () -> Optional.ofNullable(heads.get(key)));
    }

    @Override
    public boolean save(Head.Appended appended) {
      return calls.write("append to head", () -> replace(appended));
    }

    private boolean replace(Head.Appended appended) {
      Head changed = appended.head();
      Head stored = heads.getOrDefault(changed.key(), Head.empty(changed.key()));
      if (stored.version() != changed.version() - 1) {
        return false;
      }
      List<JournalEntry> pending = new ArrayList<>(stored.pending());
      pending.addAll(appended.added());
      heads.put(changed.key(), holding(changed, pending));
      return true;
    }

    @Override
    public void released(Collection<Head> done) {
      for (Head head : done) {
        if (!head.pending().isEmpty()) {
          long through = head.pending().getLast().seq();
          calls.put("pull from head", () -> pull(head, through));
        }
      }
    }

    private void pull(Head head, long through) {
      Head stored = heads.getOrDefault(head.key(), head);
      List<JournalEntry> left =
          stored.pending().stream().filter(entry -> entry.seq() > through).toList();
      heads.put(head.key(), holding(stored, left));
    }

    @Override
    public List<Head> withPending(int partition) {
      return calls.read(
          "read heads that hold entries",
          () -> heads.values().stream().filter(head -> holds(head, partition)).toList());
    }

    private static boolean holds(Head head, int partition) {
      return head.pending().stream()
          .anyMatch(entry -> entry.draft().source().partition() == partition);
    }

    private static Head holding(Head head, List<JournalEntry> pending) {
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

  private final class EntryAccess implements Entries {

    private final StoreCalls calls;

    EntryAccess(StoreCalls calls) {
      this.calls = calls;
    }

    @Override
    public Set<String> stored(HeadKey head, Collection<String> eventIds) {
      return calls.read(
          "look entries up",
          () -> {
            Set<String> found = new HashSet<>(eventIds);
            found.removeIf(id -> !entries.containsKey(head.entryId(id)));
            return found;
          });
    }

    @Override
    public void insert(List<JournalEntry> added) {
      for (JournalEntry entry : added) {
        calls.put("insert entry", () -> entries.putIfAbsent(entry.id(), entry));
      }
    }

    @Override
    public List<DayTotal> totals(Source source, LocalDate day) {
      return calls.read("count entries", () -> sum(source, day));
    }

    private List<DayTotal> sum(Source source, LocalDate day) {
      Map<String, DayTotal> totals = new TreeMap<>();
      for (JournalEntry entry : entries.values()) {
        EntryDraft draft = entry.draft();
        if (draft.source().equals(source) && draft.salesDay().equals(day)) {
          totals.merge(
              draft.head().mode() + "|" + draft.head().currency(),
              new DayTotal(draft.head().mode(), draft.head().currency(), 1, draft.debits()),
              DayTotal::plus);
        }
      }
      return List.copyOf(totals.values());
    }
  }

  private final class DayAccess implements SourceDays {

    private final StoreCalls calls;

    DayAccess(StoreCalls calls) {
      this.calls = calls;
    }

    @Override
    public EndedDays find(Source source) {
      return calls.read("read ended days", () -> current(source));
    }

    @Override
    public boolean save(EndedDays changed) {
      return calls.write(
          "record a marker",
          () -> {
            if (current(changed.source()).version() != changed.version() - 1) {
              return false;
            }
            days.put(changed.source(), changed);
            return true;
          });
    }

    private EndedDays current(Source source) {
      return days.getOrDefault(source, EndedDays.none(source));
    }
  }

  private final class HoldAccess implements HoldLog {

    private final StoreCalls calls;

    HoldAccess(StoreCalls calls) {
      this.calls = calls;
    }

    @Override
    public void add(Source source, List<PlacedHold> placed) {
      calls.put(
          "note holds",
          () -> holds.computeIfAbsent(source, _ -> new LinkedHashSet<>()).addAll(placed));
    }

    @Override
    public void forEach(Source source, LocalDate first, LocalDate last, Consumer<PlacedHold> each) {
      calls.read("read holds", () -> List.copyOf(holds.getOrDefault(source, Set.of()))).stream()
          .filter(placed -> !placed.day().isBefore(first) && !placed.day().isAfter(last))
          .forEach(each);
    }

    @Override
    public OptionalLong countedFrom(Source source) {
      Long from = calls.read("read start of count", () -> countedFrom.getOrDefault(source, -1L));
      return from < 0 ? OptionalLong.empty() : OptionalLong.of(from);
    }

    @Override
    public void countFrom(Source source, long offset) {
      calls.put("note start of count", () -> countedFrom.merge(source, offset, Math::min));
    }
  }
}
