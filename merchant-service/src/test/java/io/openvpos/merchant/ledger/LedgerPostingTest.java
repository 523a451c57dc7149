package io.openvpos.merchant.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.merchant.ledger.InMemoryLedger.Crash;
import io.openvpos.merchant.ledger.InMemoryLedger.DayClosed;
import io.openvpos.merchant.ledger.domain.day.DayTotal;
import io.openvpos.merchant.ledger.domain.day.SourceDayTotals;
import io.openvpos.merchant.ledger.domain.journal.Account;
import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.merchant.ledger.domain.posting.Fact;
import io.openvpos.merchant.ledger.domain.posting.Movement;
import io.openvpos.merchant.ledger.domain.posting.Sale;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerPostingTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");
  private static final Source SOURCE = new Source("authorization.payments.v1", 1);
  private static final HeadKey HEAD = new HeadKey("mer_1", Mode.TEST, Currency.getInstance("TRY"));

  private final InMemoryLedger store = new InMemoryLedger();
  private final Ledger ledger = store.ledger();

  @Test
  void aSaleBecomesOneEntryStoredToldAndPulled() {
    deliver("a:1");

    assertThat(store.entries).containsOnlyKeys("mer_1|test|TRY|a:1");
    assertThat(store.published).extracting(JournalEntry::seq).containsExactly(1L);
    assertThat(head().pending()).isEmpty();
    assertThat(head().balances().of(Account.MERCHANT_PENDING)).isEqualTo(-9_790);
  }

  @Test
  void aRedeliveryAndADuplicateInOnePollChangeNothing() {
    deliver("a:1", "b:1", "a:1");
    Head before = head();

    deliver("b:1", "a:1", "a:1");

    assertThat(head()).isEqualTo(before);
    assertThat(store.entries).hasSize(2);
  }

  @Test
  void aLostRaceIsDecidedAgain() {
    // Another consumer posts the same event between the look-up and the compare-and-set.
    atOperation(4, () -> deliver("a:1"));

    deliver("a:1", "b:1");

    assertThat(store.entries).hasSize(2);
    assertThat(head().seq()).isEqualTo(2);
  }

  @Test
  void anEntryReleasedBetweenTheTwoReadsIsFound() {
    // The other consumer posts and releases everything after the head was read here.
    atOperation(3, () -> deliver("a:1"));

    deliver("a:1");

    assertThat(head().seq()).isEqualTo(1);
  }

  @Test
  void aCrashBetweenInsertAndAcknowledgementIsRepeated() {
    crashAtPublishing();
    assertThatThrownBy(() -> deliver("a:1", "b:1")).isInstanceOf(Crash.class);
    assertThat(store.entries).hasSize(2);
    assertThat(head().pending()).hasSize(2);

    store.before = () -> {};
    deliver("a:1", "b:1");

    assertThat(store.published).extracting(JournalEntry::seq).containsExactly(1L, 2L);
    assertThat(head().pending()).isEmpty();
    assertThat(head().seq()).isEqualTo(2);
  }

  @Test
  void aPartitionTakenOverReleasesWhatWasLeft() {
    crashAtPublishing();
    assertThatThrownBy(() -> deliver("a:1")).isInstanceOf(Crash.class);
    store.before = () -> {};
    TakenPartitions taken = new TakenPartitions(ledger.release());

    taken.taken(0);
    taken.release();
    assertThat(store.published).isEmpty();
    taken.taken(1);
    taken.release();

    assertThat(store.published).hasSize(1);
    assertThat(head().pending()).isEmpty();
  }

  @Test
  void aMarkerIsAnsweredWithTheTotalsOfItsDayAndSource() {
    PartitionIntake intake = ledger.intake(SOURCE);
    intake.fact(capture("a:1", DAY), 0);
    intake.fact(capture("b:1", DAY.plusDays(1)), 1);
    PartitionIntake behind = intake.dayEnded(DAY, 2, AT);
    behind.fact(capture("c:1", DAY), 3);
    behind.post();

    Currency lira = Currency.getInstance("TRY");
    assertThat(store.closed)
        .containsExactly(
            new DayClosed(
                DAY,
                SOURCE,
                new SourceDayTotals(
                    List.of(new DayTotal(Mode.TEST, lira, 1, 10_000)), Optional.empty())));
    assertThat(store.entries.values())
        .extracting(entry -> entry.draft().salesDay())
        .containsExactly(DAY, DAY.plusDays(1), DAY.plusDays(1));
    assertThat(store.published.getLast().draft().carriedOverFrom()).isEqualTo(DAY);
  }

  @Test
  void aReplayFromTheBeginningDecidesAndTellsTheSame() {
    for (int round = 0; round < 2; round++) {
      PartitionIntake intake = ledger.intake(SOURCE);
      intake.fact(capture("a:1", DAY), 0);
      PartitionIntake behind = intake.dayEnded(DAY, 1, AT);
      behind.fact(capture("b:1", DAY), 2);
      behind = behind.dayEnded(DAY, 3, AT);
      behind.fact(capture("c:1", DAY), 4);
      behind.dayEnded(DAY.plusDays(1), 5, AT);
    }

    assertThat(store.closed).hasSize(6);
    assertThat(store.closed.subList(0, 3)).isEqualTo(store.closed.subList(3, 6));
    assertThat(store.entries.values())
        .extracting(entry -> entry.draft().salesDay())
        .containsExactly(DAY, DAY.plusDays(1), DAY.plusDays(1));
    assertThat(head().seq()).isEqualTo(3);
  }

  private void deliver(String... eventIds) {
    PartitionIntake intake = ledger.intake(SOURCE);
    for (int offset = 0; offset < eventIds.length; offset++) {
      intake.fact(capture(eventIds[offset], DAY), offset);
    }
    intake.post();
  }

  /// Runs the intruder once, before the n-th store operation from now.
  private void atOperation(int count, Runnable intruder) {
    int[] left = {count};
    store.before =
        () -> {
          if (--left[0] == 0) {
            intruder.run();
          }
        };
  }

  private void crashAtPublishing() {
    store.before =
        () -> {
          if (!store.entries.isEmpty() && head().pending().size() == store.entries.size()) {
            throw new Crash();
          }
        };
  }

  private Head head() {
    return store.heads.getOrDefault(HEAD, Head.empty(HEAD));
  }

  private static Fact capture(String eventId, LocalDate day) {
    return new Fact(
        eventId,
        HEAD,
        day,
        AT,
        new Movement.Capture(10_000, 1),
        new Sale("pay_1", null, "", "visa", "domestic_credit", "6111", 1, null, null));
  }
}
