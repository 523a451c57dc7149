package io.openvpos.merchant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.ledger.domain.journal.Account;
import io.openvpos.merchant.ledger.domain.journal.Balances;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.EntryType;
import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Posting;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeadEntriesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final HeadKey KEY = new HeadKey("mer_1", Mode.TEST, Currency.getInstance("TRY"));

  private final Stored stored = new Stored();
  private final HeadEntries entries = new HeadEntries(stored, stored);
  private List<JournalEntry> appended = List.of();

  @BeforeEach
  void nineAppended() {
    List<EntryDraft> drafts =
        IntStream.rangeClosed(1, 9).mapToObj(number -> payout(number)).toList();
    appended = Head.empty(KEY).append(drafts, Set.of()).added();
  }

  @Test
  void whatIsPendingStandsInItsPlaceBesideWhatIsStored() {
    // Six is still being stored, while seven already is.
    head(8, 6, 7, 8);
    stores(1, 2, 3, 4, 5, 7);

    assertThat(read(0, 20)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(read(4, 2)).containsExactly(5L, 6L);
    assertThat(read(5, 2)).containsExactly(6L, 7L);
    assertThat(read(8, 20)).isEmpty();
  }

  @Test
  void whatWasAppendedAfterTheHeadWasReadIsLeftToTheNextLook() {
    head(7);
    stores(1, 2, 3, 4, 5, 6, 7, 9);

    assertThat(read(5, 20)).containsExactly(6L, 7L);
    assertThat(read(9, 20)).isEmpty();
  }

  @Test
  void aPageEndsBeforeAMissingNumber() {
    head(8);
    stores(1, 2, 3, 5, 6);

    assertThat(read(0, 20)).containsExactly(1L, 2L, 3L);
    assertThat(read(3, 20)).isEmpty();
  }

  @Test
  void ofADayThereIsAllThatTheHeadHadAppended() {
    // Every third entry is of the next day.
    head(8, 6, 7, 8);
    stores(1, 2, 3, 4, 5, 8, 9);

    assertThat(readDay(DAY.plusDays(1), 0, 20)).containsExactly(3L, 6L);
    assertThat(readDay(DAY, 0, 20)).containsExactly(1L, 2L, 4L, 5L, 7L, 8L);
    assertThat(readDay(DAY, 2, 3)).containsExactly(4L, 5L, 7L);
  }

  @Test
  void aHeadWithoutEntriesHasNone() {
    assertThat(read(0, 20)).isEmpty();
  }

  private List<Long> read(long afterSeq, int limit) {
    return seqs(entries.after(List.of(KEY), Optional.empty(), afterSeq, limit));
  }

  private List<Long> readDay(LocalDate day, long afterSeq, int limit) {
    return seqs(entries.after(List.of(KEY), Optional.of(day), afterSeq, limit));
  }

  private static List<Long> seqs(List<JournalEntry> found) {
    return found.stream().map(JournalEntry::seq).toList();
  }

  private void head(long seq, int... pending) {
    List<JournalEntry> held = IntStream.of(pending).mapToObj(at -> appended.get(at - 1)).toList();
    stored.heads.add(new Head(KEY, seq, seq, Balances.ZERO, 0, "", held));
  }

  private void stores(int... seqs) {
    IntStream.of(seqs).forEach(at -> stored.entries.add(appended.get(at - 1)));
  }

  private static EntryDraft payout(int number) {
    return new EntryDraft(
        KEY,
        "p:" + number,
        EntryType.PAYOUT_INSTRUCTED,
        number % 3 == 0 ? DAY.plusDays(1) : DAY,
        null,
        null,
        List.of(
            new Posting(Account.MERCHANT_AVAILABLE, 100),
            new Posting(Account.PAYOUT_IN_TRANSIT, -100)),
        new Source("settlement.payouts.v1", 0),
        null,
        Instant.EPOCH);
  }

  private static final class Stored implements HeadReading, EntryReading {
    private final List<Head> heads = new ArrayList<>();
    private final List<JournalEntry> entries = new ArrayList<>();

    @Override
    public List<Head> existing(Collection<HeadKey> keys) {
      return heads.stream().filter(head -> keys.contains(head.key())).toList();
    }

    @Override
    public List<Head> all() {
      return heads;
    }

    @Override
    public List<JournalEntry> page(HeadKey head, long afterSeq, int limit) {
      return entries.stream()
          .filter(entry -> entry.seq() > afterSeq && entry.seq() <= afterSeq + limit)
          .toList();
    }

    @Override
    public Iterator<JournalEntry> between(HeadKey head, long firstSeq, long lastSeq) {
      throw new AssertionError("not asked here");
    }

    @Override
    public List<JournalEntry> pageOfDay(HeadKey head, LocalDate day, long afterSeq, int limit) {
      return entries.stream()
          .filter(entry -> entry.draft().salesDay().equals(day) && entry.seq() > afterSeq)
          .limit(limit)
          .toList();
    }

    @Override
    public void scan(HeadKey head, Optional<LocalDate> from, Consumer<EntryAmounts> each) {
      throw new AssertionError("pages are read");
    }

    @Override
    public Map<HeadKey, Balances> balancesThrough(LocalDate day) {
      return Map.of();
    }
  }
}
