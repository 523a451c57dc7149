package io.openvpos.merchant.ledger;

import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Balances as of a day or a moment: today's, less every entry since. So a recent past costs
/// little, however long a ledger is.
public final class PastBalances {

  private final HeadReading heads;
  private final EntryReading entries;

  public PastBalances(HeadReading heads, EntryReading entries) {
    this.heads = heads;
    this.entries = entries;
  }

  /// From the entries posted under the business day or an earlier one, by head.
  public SortedMap<HeadKey, Standing> through(Collection<HeadKey> keys, LocalDate day) {
    return without(keys, Optional.of(day.plusDays(1)), entry -> entry.salesDay().isAfter(day));
  }

  /// From the entries whose cause was decided at the moment or before, whatever day they were
  /// posted under. Passes over the whole of each head: causes come in no order of time.
  public SortedMap<HeadKey, Standing> at(Collection<HeadKey> keys, Instant moment) {
    return without(keys, Optional.empty(), entry -> entry.at().isAfter(moment));
  }

  /// Every entry of the head as it was read, of the day or a later one: what it holds pending and
  /// what is stored. What was appended since is left out.
  public void forEach(Head head, Optional<LocalDate> from, Consumer<EntryAmounts> each) {
    TreeMap<Long, EntryAmounts> pending = new TreeMap<>();
    head.pending().forEach(entry -> pending.put(entry.seq(), EntryAmounts.of(entry)));
    entries.scan(
        head.key(),
        from,
        stored -> {
          if (stored.seq() <= head.seq() && !pending.containsKey(stored.seq())) {
            each.accept(stored);
          }
        });
    pending.values().stream()
        .filter(entry -> from.isEmpty() || !entry.salesDay().isBefore(from.get()))
        .forEach(each);
  }

  private SortedMap<HeadKey, Standing> without(
      Collection<HeadKey> keys, Optional<LocalDate> from, Predicate<EntryAmounts> later) {
    SortedMap<HeadKey, Standing> found = new TreeMap<>();
    for (Head head : heads.existing(keys)) {
      Standing[] standing = {Standing.of(head)};
      forEach(
          head,
          from,
          entry -> {
            if (later.test(entry)) {
              standing[0] = standing[0].minus(entry.type(), entry.postings());
            }
          });
      found.put(head.key(), standing[0]);
    }
    return found;
  }
}
