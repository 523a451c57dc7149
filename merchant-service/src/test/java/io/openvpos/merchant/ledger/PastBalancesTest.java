package io.openvpos.merchant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PastBalancesTest {

  private static final long SEED = Long.getLong("seed", 20_261_126L);

  @Test
  void asOfADayIsTheFoldOfTheEntriesUpToIt() {
    for (long seed = SEED; seed < SEED + 40; seed++) {
      WrittenLedger ledger = WrittenLedger.random(seed, 120);
      PastBalances past = new PastBalances(ledger, ledger);
      for (int days = -2; days < 16; days++) {
        LocalDate day = WrittenLedger.FIRST.plusDays(days);
        Standing found = only(past.through(List.of(WrittenLedger.KEY), day));

        Standing expected = fold(ledger, draft -> !draft.salesDay().isAfter(day));
        assertThat(found.same(expected)).as("seed %d, day %s", seed, day).isTrue();
      }
    }
  }

  @Test
  void asOfAMomentIsTheFoldOfTheCausesDecidedByThen() {
    for (long seed = SEED; seed < SEED + 40; seed++) {
      WrittenLedger ledger = WrittenLedger.random(seed, 60);
      PastBalances past = new PastBalances(ledger, ledger);
      for (JournalEntry entry : ledger.entries) {
        Instant moment = entry.draft().at();
        Standing found = only(past.at(List.of(WrittenLedger.KEY), moment));

        Standing expected = fold(ledger, draft -> !draft.at().isAfter(moment));
        assertThat(found.same(expected)).as("seed %d, at %s", seed, moment).isTrue();
      }
    }
  }

  @Test
  void whatWasAppendedAfterTheHeadWasReadDoesNotCount() {
    WrittenLedger ledger = WrittenLedger.random(SEED, 50);
    PastBalances past = new PastBalances(ledger.headBefore(7), ledger);

    Standing found = only(past.through(List.of(WrittenLedger.KEY), LocalDate.MAX.minusDays(1)));

    Standing expected = Standing.ZERO;
    for (JournalEntry entry : ledger.entries.subList(0, 43)) {
      expected = expected.plus(entry.draft().type(), entry.draft().postings());
    }
    assertThat(found.same(expected)).isTrue();
  }

  @Test
  void aLedgerWithoutEntriesHasNoBalances() {
    WrittenLedger empty = new WrittenLedger();

    assertThat(new PastBalances(empty, empty).at(List.of(WrittenLedger.KEY), Instant.MAX))
        .isEmpty();
  }

  private static Standing only(Map<HeadKey, Standing> found) {
    assertThat(found).containsOnlyKeys(WrittenLedger.KEY);
    return found.values().iterator().next();
  }

  private static Standing fold(WrittenLedger ledger, Predicate<EntryDraft> counts) {
    Standing standing = Standing.ZERO;
    for (JournalEntry entry : ledger.entries) {
      if (counts.test(entry.draft())) {
        standing = standing.plus(entry.draft().type(), entry.draft().postings());
      }
    }
    return standing;
  }
}
