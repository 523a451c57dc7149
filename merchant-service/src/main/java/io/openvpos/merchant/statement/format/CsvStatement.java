package io.openvpos.merchant.statement.format;

import io.openvpos.merchant.ledger.domain.journal.Account;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.Line;
import io.openvpos.merchant.ledger.domain.journal.Standing;
import io.openvpos.merchant.statement.domain.Amounts;
import io.openvpos.merchant.statement.domain.Statement;
import io.openvpos.merchant.statement.domain.StatementLine;
import io.openvpos.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One row for what it opens with, one for each entry, one for what it closes with. Readers go by
/// the headings: columns may be added.
public final class CsvStatement implements TextFormat {

  /// Their codes are the headings for programs and the keys of those for people.
  public static final List<String> COLUMNS =
      List.of(
          "seq",
          "sales_day",
          "carried_over_from",
          "at",
          "type",
          "payment_id",
          "refund_id",
          "order_id",
          "event_id",
          "currency",
          "gross",
          "commission",
          "tax",
          "net",
          "balance",
          "pending",
          "available",
          "reserve",
          "in_transit");

  private static final int TYPE = COLUMNS.indexOf("type");
  private static final int CURRENCY = COLUMNS.indexOf("currency");

  /// A spreadsheet takes a text that starts with one of these for a formula.
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final Statement statement;
  private final CsvProfile profile;
  private final Currency currency;
  private final UnaryOperator<String> texts;

  /// @param texts the Turkish text of a key; not asked by profiles for programs
  public CsvStatement(Statement statement, CsvProfile profile, UnaryOperator<String> texts) {
    this.statement = statement;
    this.profile = profile;
    this.currency = statement.head().key().currency();
    this.texts = texts;
  }

  @Override
  public String begin() {
    List<String> headings =
        COLUMNS.stream().map(column -> word("statement.column." + column, column)).toList();
    return profile.byteOrderMark()
        + row(headings)
        + balance("opening_balance", statement.period().from(), statement.opening());
  }

  @Override
  public String lines(List<StatementLine> page) {
    StringBuilder text = new StringBuilder();
    page.forEach(line -> text.append(row(cells(line))));
    return text.toString();
  }

  @Override
  public String end() {
    return balance("closing_balance", statement.period().to(), statement.closing());
  }

  private List<String> cells(StatementLine line) {
    EntryDraft draft = line.entry().draft();
    Line facts = draft.line();
    Amounts amounts = line.amounts();
    LocalDate carried = draft.carriedOverFrom();
    List<String> cells =
        new ArrayList<>(
            List.of(
                String.valueOf(line.entry().seq()),
                profile.day(draft.salesDay()),
                carried == null ? "" : profile.day(carried),
                profile.time(draft.at()),
                word("ledger.type." + draft.type().code(), draft.type().code()),
                facts == null ? "" : guarded(facts.paymentId()),
                facts == null ? "" : guarded(facts.refundId()),
                facts == null ? "" : guarded(facts.orderId()),
                guarded(draft.eventId()),
                currency.getCurrencyCode(),
                decimal(amounts.gross()),
                decimal(amounts.commission()),
                decimal(amounts.tax()),
                decimal(amounts.net())));
    cells.addAll(standing(line.after()));
    return cells;
  }

  private String balance(String type, LocalDate day, Standing standing) {
    List<String> cells = new ArrayList<>(Collections.nCopies(COLUMNS.size() - 5, ""));
    cells.set(1, profile.day(day));
    cells.set(TYPE, word("statement." + type, type));
    cells.set(CURRENCY, currency.getCurrencyCode());
    cells.addAll(standing(standing));
    return row(cells);
  }

  private List<String> standing(Standing standing) {
    return List.of(
        decimal(standing.owed()),
        decimal(standing.owed(Account.MERCHANT_PENDING)),
        decimal(standing.owed(Account.MERCHANT_AVAILABLE)),
        decimal(standing.owed(Account.MERCHANT_RESERVE)),
        decimal(standing.owed(Account.PAYOUT_IN_TRANSIT)));
  }

  private String word(String key, String code) {
    return profile.forPeople() ? texts.apply(key) : code;
  }

  private String row(List<String> cells) {
    return cells.stream()
        .map(this::quoted)
        .collect(Collectors.joining(profile.separator(), "", "\r\n"));
  }

  private String quoted(String cell) {
    boolean plain =
        !cell.contains(profile.separator())
            && cell.chars().noneMatch(c -> c == '"' || c == '\r' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /// The shop chooses some of these texts, and somebody opens the file in a spreadsheet.
  private static String guarded(@Nullable String text) {
    if (text == null) {
      return "";
    }
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }

  private String decimal(long minorUnits) {
    return profile.decimal(new Money(minorUnits, currency).toDecimal());
  }
}
