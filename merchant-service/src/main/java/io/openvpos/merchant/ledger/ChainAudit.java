package io.openvpos.merchant.ledger;

import io.openvpos.merchant.ledger.domain.journal.ChainCheck;
import io.openvpos.merchant.ledger.domain.journal.HashChain;
import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Verifies the chain of hashes of a head, from any entry on.
public final class ChainAudit {

  /// Passed over in one call; whoever wants more goes on after the last one.
  public static final long MOST = 100_000;

  private static final int PAGE = 500;

  private final HeadReading heads;
  private final EntryReading entries;

  public ChainAudit(HeadReading heads, EntryReading entries) {
    this.heads = heads;
    this.entries = entries;
  }

  /// What was found.
  ///
  /// @param verified how many entries hold
  /// @param lastSeq the last one that does, or where the walk began
  /// @param headSeq the number that the head counts
  /// @param broken the first that does not hold
  public record Finding(
      long verified,
      long lastSeq,
      String lastHash,
      long headSeq,
      String headHash,
      ChainCheck.@Nullable Break broken) {

    /// Whether the walk came to the head's end.
    public boolean complete() {
      return lastSeq == headSeq;
    }
  }

  /// Empty if there is no entry of the number to begin after.
  ///
  /// @param afterSeq 0 for the whole chain; that entry's own hash is taken for granted
  public Optional<Finding> verify(HeadKey key, long afterSeq) {
    Head head = heads.existing(List.of(key)).stream().findFirst().orElseGet(() -> Head.empty(key));
    TreeMap<Long, JournalEntry> pending = new TreeMap<>();
    head.pending().forEach(entry -> pending.put(entry.seq(), entry));
    if (afterSeq > head.seq()) {
      return Optional.empty();
    }
    String before = HashChain.GENESIS;
    if (afterSeq > 0) {
      SortedMap<Long, JournalEntry> one = page(key, pending, afterSeq - 1, afterSeq);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      before = one.sequencedValues().getFirst().hash();
    }
    long last = Math.min(head.seq(), afterSeq + MOST);
    ChainCheck check = new ChainCheck(afterSeq, before);
    for (long after = afterSeq; after < last && check.broken() == null; after += PAGE) {
      page(key, pending, after, Math.min(last, after + PAGE)).values().forEach(check::next);
      if (check.broken() == null && check.seq() < Math.min(last, after + PAGE)) {
        check.end(check.seq() + 1, check.hash());
      }
    }
    if (last == head.seq()) {
      check.end(head.seq(), head.lastHash());
    }
    return Optional.of(
        new Finding(
            check.verified(),
            check.seq(),
            check.hash(),
            head.seq(),
            head.lastHash(),
            check.broken()));
  }

  private SortedMap<Long, JournalEntry> page(
      HeadKey key, NavigableMap<Long, JournalEntry> pending, long after, long through) {
    TreeMap<Long, JournalEntry> found = new TreeMap<>(pending.subMap(after, false, through, true));
    entries
        .page(key, after, Math.toIntExact(through - after))
        .forEach(entry -> found.put(entry.seq(), entry));
    return found;
  }
}
