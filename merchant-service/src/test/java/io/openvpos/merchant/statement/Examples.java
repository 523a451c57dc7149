package io.openvpos.merchant.statement;

import io.openvpos.merchant.ledger.PastBalances;
import io.openvpos.merchant.ledger.WrittenLedger;
import io.openvpos.merchant.ledger.domain.journal.EntryType;
import io.openvpos.merchant.ledger.domain.journal.Portion;
import io.openvpos.merchant.ledger.domain.posting.Movement;
import io.openvpos.merchant.statement.domain.Period;
import io.openvpos.merchant.statement.domain.Statement;
import io.openvpos.merchant.statement.domain.StatementLine;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;

/// A small ledger and its statements, for the tests of the formats.
public final class Examples {

  private static final LocalDate DAY = WrittenLedger.FIRST;

  private Examples() {}

  /// Two days before the period's, two in it.
  public static WrittenLedger ledger() {
    return new WrittenLedger()
        .post(new Movement.Capture(100_000, 1), DAY.minusDays(1), "OLD")
        .post(new Movement.Capture(123_456_789, 1), DAY, "=1+1;\"ğ\"")
        .post(new Movement.Refund(5_000, List.of(new Portion(10_000, 1, 0, 5_000))), DAY, "-2")
        .post(new Movement.Fee(-10_000, 1), DAY, "")
        .post(new Movement.BatchClose(120_000_000), DAY, "")
        .post(new Movement.Transfer(EntryType.PAYOUT_INSTRUCTED, 9_790), DAY, "")
        .post(new Movement.Transfer(EntryType.PAYOUT_CONFIRMED, 9_790), DAY.plusDays(1), "");
  }

  public static Statement statement(WrittenLedger ledger) {
    return of(ledger).of(WrittenLedger.KEY, new Period(DAY, DAY.plusDays(1)));
  }

  public static Iterator<List<StatementLine>> lines(WrittenLedger ledger, Statement statement) {
    return of(ledger).lines(statement);
  }

  public static Statements of(WrittenLedger ledger) {
    return new Statements(ledger, ledger, new PastBalances(ledger, ledger));
  }
}
