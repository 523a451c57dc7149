package io.openvpos.merchant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.ledger.InMemoryLedger.Crash;
import io.openvpos.merchant.ledger.domain.hold.HoldFact;
import io.openvpos.merchant.ledger.domain.hold.HoldMoves;
import io.openvpos.merchant.ledger.domain.hold.HoldTotal;
import io.openvpos.merchant.ledger.domain.journal.Balances;
import io.openvpos.merchant.ledger.domain.journal.HashChain;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Goal: whatever consumers, zombies and crashes do, each fact of the log is exactly one entry of
/// the day that the log gives it, counts once among that day's holds, and every marker is answered
/// with the same totals. Method: a log of facts and markers; consumers deliver random pieces of it,
/// in order within a piece, from random offsets not past what was committed. Before any store
/// operation another consumer may run a whole piece, and the running one may crash. Afterwards one
/// calm delivery from offset 0, then the checks.
class LedgerSimulationTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Source SOURCE = new Source("authorization.payments.v1", 0);
  private static final int ROUNDS = 400;

  /// A fact, or the marker of a day.
  private record Logged(LocalDate day, boolean marker, int number) {}

  @Test
  void everyFactIsExactlyOneEntry() {
    long first = Long.getLong("seed", 20_261_123L);
    for (long seed = first; seed < first + ROUNDS; seed++) {
      new Run(seed).play();
    }
  }

  private static final class Run {

    private final long seed;
    private final Random random;
    private final InMemoryLedger store = new InMemoryLedger();
    private final List<Logged> log = new ArrayList<>();
    private int committed;
    private int depth;

    Run(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    void play() {
      writeLog();
      store.countFrom(SOURCE, 0);
      store.before = this::disturb;
      while (committed < log.size()) {
        tryDeliver();
      }
      store.before = () -> {};
      deliver(0, log.size());
      check();
    }

    private void writeLog() {
      LocalDate open = DAY;
      for (int number = 0; number < 30; number++) {
        if (random.nextInt(8) == 0) {
          log.add(new Logged(open, true, number));
          open = random.nextBoolean() ? open.plusDays(1) : open;
        } else {
          log.add(new Logged(open.minusDays(random.nextInt(2)), false, random.nextInt(25)));
        }
      }
    }

    private void disturb() {
      if (depth < 3 && random.nextInt(12) == 0) {
        tryDeliver();
      }
      if (random.nextInt(25) == 0) {
        throw new Crash();
      }
    }

    private void tryDeliver() {
      depth++;
      int from = random.nextInt(committed + 1);
      int to = Math.min(log.size(), from + 1 + random.nextInt(8));
      try {
        deliver(from, to);
        committed = Math.max(committed, to);
      } catch (Crash crash) {
        // Redelivered from the committed offset, by this one or another.
      } finally {
        depth--;
      }
    }

    private void deliver(int from, int to) {
      Ledger ledger = store.ledger();
      PartitionIntake intake = ledger.intake(SOURCE);
      for (int offset = from; offset < to; offset++) {
        Logged logged = log.get(offset);
        if (logged.marker()) {
          intake = intake.dayEnded(logged.day(), offset, Instant.EPOCH);
        } else {
          intake.fact(fact(logged), offset);
          intake.hold(hold(logged), offset);
        }
      }
      intake.post();
    }

    private void check() {
      for (Head head : store.heads.values()) {
        check(head);
      }
      long facts =
          log.stream()
              .filter(logged -> !logged.marker())
              .map(this::fact)
              .map(Fact::eventId)
              .distinct()
              .count();
      assertThat(store.entries).as("seed %d", seed).hasSize((int) facts);
      assertThat(store.published.stream().map(JournalEntry::id).distinct())
          .as("seed %d", seed)
          .hasSize((int) facts);
      var answers = store.closed.stream().collect(Collectors.groupingBy(closed -> closed.day()));
      answers.forEach(
          (day, told) -> assertThat(told.stream().distinct()).as("seed %d", seed).hasSize(1));
      Map<LocalDate, HoldMoves> said = new TreeMap<>();
      answers.forEach((day, told) -> {
        HoldMoves moves = HoldMoves.NONE;
        for (HoldTotal total : told.getFirst().totals().holds().orElseThrow()) {
          moves = moves.plus(total.moves());
        }
        said.put(day, moves);
      });
      assertThat(said).as("seed %d", seed).isEqualTo(holdsOfTheLog());
    }

    /// One pass over the log: of each event the first record, under the day that was open or, if it
    /// says a later one, under that.
    private Map<LocalDate, HoldMoves> holdsOfTheLog() {
      Map<LocalDate, HoldMoves> days = new TreeMap<>();
      Set<String> seen = new HashSet<>();
      LocalDate ended = LocalDate.MIN;
      for (Logged logged : log) {
        if (logged.marker()) {
          ended = logged.day().isAfter(ended) ? logged.day() : ended;
        } else if (seen.add(hold(logged).eventId())) {
          LocalDate day = logged.day().isAfter(ended) ? logged.day() : ended.plusDays(1);
          days.merge(day, hold(logged).moves(), HoldMoves::plus);
        }
      }
      Set<LocalDate> marked =
          log.stream().filter(Logged::marker).map(Logged::day).collect(Collectors.toSet());
      days.keySet().retainAll(marked);
      marked.forEach(day -> days.putIfAbsent(day, HoldMoves.NONE));
      return days;
    }

    private static HoldFact hold(Logged logged) {
      int number = logged.number();
      return new HoldFact(
          "pay_" + number + ":" + logged.day(),
          Mode.TEST,
          Currency.getInstance("TRY"),
          logged.day(),
          number % 2 == 0
              ? HoldMoves.authorization(1_000 + number)
              : HoldMoves.capture(1_000 + number, number, 2L * number));
    }

    private void check(Head head) {
      List<JournalEntry> entries =
          store.entries.values().stream()
              .filter(entry -> entry.draft().head().equals(head.key()))
              .sorted(Comparator.comparingLong(JournalEntry::seq))
              .toList();
      assertThat(head.pending()).as("seed %d", seed).isEmpty();
      assertThat(head.seq()).as("seed %d", seed).isEqualTo(entries.size());
      Balances fold = Balances.ZERO;
      String hash = HashChain.GENESIS;
      for (int index = 0; index < entries.size(); index++) {
        JournalEntry entry = entries.get(index);
        assertThat(entry.seq()).as("seed %d", seed).isEqualTo(index + 1);
        assertThat(entry.previousHash()).as("seed %d", seed).isEqualTo(hash);
        assertThat(entry.intact()).as("seed %d", seed).isTrue();
        fold = fold.plus(entry.draft().postings());
        hash = entry.hash();
      }
      assertThat(head.balances()).as("seed %d", seed).isEqualTo(fold);
      assertThat(head.lastHash()).as("seed %d", seed).isEqualTo(hash);
    }

    /// The event's merchant, day and amount are functions of its number, as a resend has the same.
    private Fact fact(Logged logged) {
      int number = logged.number();
      HeadKey head = new HeadKey("mer_" + number % 2, Mode.TEST, Currency.getInstance("TRY"));
      return new Fact(
          "pay_" + number + ":" + logged.day(),
          head,
          logged.day(),
          Instant.EPOCH,
          new Movement.Capture(1_000 + number, 1),
          new Sale("pay_" + number, null, "", "visa", "debit", "6111", 1, null, null));
    }
  }
}
