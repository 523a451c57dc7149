package io.openvpos.merchant.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.merchant.ledger.PastBalances;
import io.openvpos.merchant.ledger.WrittenLedger;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Standing;
import io.openvpos.merchant.ledger.domain.posting.Movement;
import io.openvpos.merchant.statement.domain.Amounts;
import io.openvpos.merchant.statement.domain.Period;
import io.openvpos.merchant.statement.domain.Statement;
import io.openvpos.merchant.statement.domain.StatementLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatementsTest {

  private static final long SEED = Long.getLong("seed", 20_261_126L);
  private static final LocalDate FIRST = WrittenLedger.FIRST;

  @Test
  void openingAndMovementsGiveTheClosingOfEveryPeriod() {
    for (long seed = SEED; seed < SEED + 60; seed++) {
      Random random = new Random(seed);
      WrittenLedger ledger = WrittenLedger.random(seed, random.nextInt(1_300));
      LocalDate from = FIRST.plusDays(random.nextInt(140) - 5L);
      Period period = new Period(from, from.plusDays(random.nextInt(60)));
      Statement statement = statements(ledger).of(WrittenLedger.KEY, period);
      List<StatementLine> lines = lines(ledger, statement);

      String where = "seed " + seed + ", " + period;
      assertThat(lines)
          .as(where)
          .extracting(StatementLine::entry)
          .containsExactlyElementsOf(inPeriod(ledger, period));
      long net = lines.stream().mapToLong(line -> line.amounts().net()).sum();
      assertThat(statement.opening().owed() + net).as(where).isEqualTo(statement.closing().owed());
      assertThat(statement.total().net()).as(where).isEqualTo(net);
      assertThat(statement.entries()).as(where).isEqualTo(lines.size());
      assertThat(lines).as(where).allSatisfy(StatementsTest::adds);
    }
  }

  @Test
  void theClosingOfOnePeriodIsTheOpeningOfTheNext() {
    WrittenLedger ledger = WrittenLedger.random(SEED, 400);
    Statements statements = statements(ledger);
    Standing before = Standing.ZERO;
    for (LocalDate from = FIRST; from.isBefore(FIRST.plusDays(45)); from = from.plusDays(7)) {
      Statement week = statements.of(WrittenLedger.KEY, new Period(from, from.plusDays(6)));

      assertThat(week.opening().same(before)).as("%s", from).isTrue();
      before = week.closing();
    }
    assertThat(before.same(Standing.of(ledger.head()))).isTrue();
  }

  @Test
  void moneyThatMovesBetweenTheMerchantsAccountsIsNoIncome() {
    WrittenLedger ledger =
        new WrittenLedger()
            .post(new Movement.Capture(10_000, 1), FIRST, "A")
            .post(new Movement.Fee(-1_000, 1), FIRST, "")
            .post(new Movement.BatchClose(8_740), FIRST, "");
    Statement statement = statements(ledger).of(WrittenLedger.KEY, new Period(FIRST, FIRST));

    assertThat(lines(ledger, statement))
        .extracting(StatementLine::amounts)
        .containsExactly(
            new Amounts(10_000, -200, -10, 9_790),
            new Amounts(0, -1_000, -50, -1_050),
            Amounts.ZERO);
    assertThat(statement.closing().owed()).isEqualTo(8_740);
  }

  @Test
  void aStatementThatWouldNotCloseIsRefusedAtItsEnd() {
    WrittenLedger ledger = WrittenLedger.random(SEED, 30);
    Statement statement =
        statements(ledger).of(WrittenLedger.KEY, new Period(FIRST, FIRST.plusDays(30)));
    ledger.entries.remove(5);

    assertThatThrownBy(() -> lines(ledger, statement))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not close");
  }

  @Test
  void aLedgerWithoutEntriesHasAStatementOfZeros() {
    WrittenLedger empty = new WrittenLedger();
    Statement statement = statements(empty).of(WrittenLedger.KEY, new Period(FIRST, FIRST));

    assertThat(statement.closing().owed()).isZero();
    assertThat(lines(empty, statement)).isEmpty();
  }

  private static void adds(StatementLine line) {
    Amounts amounts = line.amounts();
    assertThat(amounts.gross() + amounts.commission() + amounts.tax()).isEqualTo(amounts.net());
  }

  private static List<JournalEntry> inPeriod(WrittenLedger ledger, Period period) {
    return ledger.entries.stream()
        .filter(entry -> period.contains(entry.draft().salesDay()))
        .toList();
  }

  private static Statements statements(WrittenLedger ledger) {
    return new Statements(ledger, ledger, new PastBalances(ledger, ledger));
  }

  private static List<StatementLine> lines(WrittenLedger ledger, Statement statement) {
    List<StatementLine> lines = new ArrayList<>();
    statements(ledger).lines(statement).forEachRemaining(lines::addAll);
    return lines;
  }
}
