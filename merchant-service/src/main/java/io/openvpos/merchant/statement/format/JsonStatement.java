package io.openvpos.merchant.statement.format;

import io.openvpos.merchant.ledger.domain.journal.Account;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.Line;
import io.openvpos.merchant.ledger.domain.journal.Standing;
import io.openvpos.merchant.statement.domain.Amounts;
import io.openvpos.merchant.statement.domain.Statement;
import io.openvpos.merchant.statement.domain.StatementLine;
import io.openvpos.merchant.statement.domain.TypeTotal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One JSON object. Its entries come before what it closes with, so a reader knows at the end that
/// it has all of them. Amounts are in minor units.
public final class JsonStatement implements TextFormat {

  private final Statement statement;
  private final JsonMapper json;
  private boolean first = true;

  public JsonStatement(Statement statement, JsonMapper json) {
    this.statement = statement;
    this.json = json;
  }

  /// @param balance all that is owed to the merchant: the sum of the four after it
  record Balance(
      long balance, long pending, long available, long reserve, long inTransit, long paidOut) {

    static Balance of(Standing standing) {
      return new Balance(
          standing.owed(),
          standing.owed(Account.MERCHANT_PENDING),
          standing.owed(Account.MERCHANT_AVAILABLE),
          standing.owed(Account.MERCHANT_RESERVE),
          standing.owed(Account.PAYOUT_IN_TRANSIT),
          standing.paidOut());
    }
  }

  record Entry(
      long seq,
      LocalDate salesDay,
      @Nullable LocalDate carriedOverFrom,
      Instant at,
      String type,
      String eventId,
      @Nullable String paymentId,
      @Nullable String refundId,
      @Nullable String orderId,
      long gross,
      long commission,
      long tax,
      long net,
      Balance after) {

    static Entry of(StatementLine line) {
      EntryDraft draft = line.entry().draft();
      Line facts = draft.line();
      Amounts amounts = line.amounts();
      return new Entry(
          line.entry().seq(),
          draft.salesDay(),
          draft.carriedOverFrom(),
          draft.at(),
          draft.type().code(),
          draft.eventId(),
          facts == null ? null : facts.paymentId(),
          facts == null ? null : facts.refundId(),
          facts == null ? null : facts.orderId(),
          amounts.gross(),
          amounts.commission(),
          amounts.tax(),
          amounts.net(),
          Balance.of(line.after()));
    }
  }

  record Total(String type, long entries, long gross, long commission, long tax, long net) {

    static Total of(TypeTotal total) {
      Amounts amounts = total.amounts();
      return new Total(
          total.type().code(),
          total.entries(),
          amounts.gross(),
          amounts.commission(),
          amounts.tax(),
          amounts.net());
    }
  }

  record Head(
      String object,
      String merchantId,
      String mode,
      String currency,
      LocalDate from,
      LocalDate to,
      long entryCount,
      List<Total> totals,
      Balance opening) {}

  @Override
  public String begin() {
    HeadKey key = statement.head().key();
    String head =
        json.writeValueAsString(
            new Head(
                "statement",
                key.merchantId(),
                key.mode().code(),
                key.currency().getCurrencyCode(),
                statement.period().from(),
                statement.period().to(),
                statement.entries(),
                statement.totals().stream().map(Total::of).toList(),
                Balance.of(statement.opening())));
    return head.substring(0, head.length() - 1) + ",\"entries\":[";
  }

  @Override
  public String lines(List<StatementLine> page) {
    StringBuilder text = new StringBuilder();
    for (StatementLine line : page) {
      if (!first) {
        text.append(',');
      }
      first = false;
      text.append(json.writeValueAsString(Entry.of(line)));
    }
    return text.toString();
  }

  @Override
  public String end() {
    return "],\"closing\":" + json.writeValueAsString(Balance.of(statement.closing())) + "}";
  }
}
