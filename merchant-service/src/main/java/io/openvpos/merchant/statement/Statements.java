package io.openvpos.merchant.statement;

import io.openvpos.merchant.ledger.EntryAmounts;
import io.openvpos.merchant.ledger.EntryReading;
import io.openvpos.merchant.ledger.HeadReading;
import io.openvpos.merchant.ledger.PastBalances;
import io.openvpos.merchant.ledger.domain.journal.EntryType;
import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Standing;
import io.openvpos.merchant.statement.domain.Amounts;
import io.openvpos.merchant.statement.domain.Period;
import io.openvpos.merchant.statement.domain.Statement;
import io.openvpos.merchant.statement.domain.StatementLine;
import io.openvpos.merchant.statement.domain.TypeTotal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/// Makes statements. One pass over the amounts of the entries since the period began finds what it
/// opens and closes with; then its lines are read page by page, in the ledger's own order, and each
/// statement is refused at its end if they do not lead from the one to the other.
public final class Statements {

  /// More would keep the reader waiting for minutes; a shorter period has fewer.
  public static final long MAX_ENTRIES = 250_000;

  private static final int PAGE = 500;

  private final HeadReading heads;
  private final EntryReading entries;
  private final PastBalances past;

  public Statements(HeadReading heads, EntryReading entries, PastBalances past) {
    this.heads = heads;
    this.entries = entries;
    this.past = past;
  }

  /// Of the business days of the period. A ledger that has no entries has a statement of zeros.
  public Statement of(HeadKey key, Period period) {
    Head head = heads.existing(List.of(key)).stream().findFirst().orElseGet(() -> Head.empty(key));
    Fold fold = new Fold(period);
    past.forEach(head, Optional.of(period.from()), fold::take);
    Standing closing = fold.withoutLater(Standing.of(head));
    return new Statement(
        head,
        period,
        fold.withoutPeriod(closing),
        closing,
        List.copyOf(fold.totals.values()),
        fold.entries,
        fold.firstSeq,
        fold.lastSeq);
  }

  /// Its lines in pages, to be read once. Ends with an [IllegalStateException] if they do not lead
  /// to what the statement closes with.
  public Iterator<List<StatementLine>> lines(Statement statement) {
    return new Pages(statement);
  }

  private static final class Fold {
    private final Period period;
    private final Map<EntryType, TypeTotal> totals = new EnumMap<>(EntryType.class);
    private Standing later = Standing.ZERO;
    private Standing inPeriod = Standing.ZERO;
    private long entries;
    private long firstSeq = Long.MAX_VALUE;
    private long lastSeq;

    private Fold(Period period) {
      this.period = period;
    }

    private void take(EntryAmounts entry) {
      if (entry.salesDay().isAfter(period.to())) {
        later = later.plus(entry.type(), entry.postings());
        return;
      }
      inPeriod = inPeriod.plus(entry.type(), entry.postings());
      entries++;
      firstSeq = Math.min(firstSeq, entry.seq());
      lastSeq = Math.max(lastSeq, entry.seq());
      totals.merge(
          entry.type(),
          new TypeTotal(entry.type(), 1, Amounts.of(entry.postings())),
          TypeTotal::plus);
    }

    private Standing withoutLater(Standing now) {
      return now.minus(later);
    }

    private Standing withoutPeriod(Standing closing) {
      return closing.minus(inPeriod);
    }
  }

  private final class Pages implements Iterator<List<StatementLine>> {
    private final Statement statement;
    private final Iterator<JournalEntry> stored;
    private final TreeMap<Long, JournalEntry> pending = new TreeMap<>();
    private Standing running;
    private long told;

    private Pages(Statement statement) {
      this.statement = statement;
      running = statement.opening();
      long first = statement.firstSeq();
      long last = statement.lastSeq();
      statement.head().pending().stream()
          .filter(entry -> first <= entry.seq() && entry.seq() <= last)
          .forEach(entry -> pending.put(entry.seq(), entry));
      stored =
          first <= last
              ? entries.between(statement.head().key(), first, last)
              : Collections.emptyIterator();
    }

    @Override
    public boolean hasNext() {
      return told < statement.entries();
    }

    @Override
    public List<StatementLine> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      List<StatementLine> page = new ArrayList<>();
      while (page.size() < PAGE && stored.hasNext()) {
        JournalEntry entry = stored.next();
        // What was pending when the head was read may be stored by now, or not yet.
        takePendingBefore(entry.seq(), page);
        pending.remove(entry.seq());
        take(entry, page);
      }
      if (!stored.hasNext()) {
        takePendingBefore(Long.MAX_VALUE, page);
      }
      told += page.size();
      checkEnd();
      return page;
    }

    private void takePendingBefore(long seq, List<StatementLine> page) {
      NavigableMap<Long, JournalEntry> before = pending.headMap(seq, false);
      before.values().forEach(entry -> take(entry, page));
      before.clear();
    }

    private void take(JournalEntry entry, List<StatementLine> page) {
      if (statement.period().contains(entry.draft().salesDay())) {
        StatementLine line = StatementLine.following(running, entry);
        running = line.after();
        page.add(line);
      }
    }

    private void checkEnd() {
      boolean ended = !stored.hasNext() && pending.isEmpty();
      if (ended && (told != statement.entries() || !running.same(statement.closing()))) {
        throw new IllegalStateException(
            "the statement of " + statement.head().key() + " does not close");
      }
    }
  }
}
