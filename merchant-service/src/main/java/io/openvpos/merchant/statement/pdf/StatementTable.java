package io.openvpos.merchant.statement.pdf;

import static io.openvpos.merchant.statement.pdf.Sheet.LEFT;
import static io.openvpos.merchant.statement.pdf.Sheet.RIGHT;

import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.Line;
import io.openvpos.merchant.statement.domain.Amounts;
import io.openvpos.merchant.statement.domain.Statement;
import io.openvpos.merchant.statement.domain.StatementLine;
import io.openvpos.merchant.statement.pdf.Sheet.Style;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines, with their headings on every page.
final class StatementTable {

  private static final float ROW = 12.5f;
  private static final float DAY = 74;
  private static final float TYPE = 126;
  private static final float WHAT = 258;
  private static final float GROSS = 560;
  private static final float COMMISSION = 622;
  private static final float TAX = 674;
  private static final float NET = 738;

  private final Sheet sheet;
  private final Words words;
  private final Statement statement;
  private long written;

  StatementTable(Sheet sheet, Words words, Statement statement) {
    this.sheet = sheet;
    this.words = words;
    this.statement = statement;
  }

  void write(Iterator<List<StatementLine>> pages) {
    headings();
    bound("statement.opening_balance", statement.opening().owed());
    pages.forEachRemaining(page -> page.forEach(this::line));
    if (!sheet.hasRoomFor(3 * ROW)) {
      turn();
    }
    bound("statement.closing_balance", statement.closing().owed());
    sheet.down(4);
    sheet.left(
        words.text(
            "statement.closes",
            words.figures().amount(statement.opening().owed()),
            words.figures().amount(statement.total().net()),
            words.figures().amount(statement.closing().owed())),
        LEFT,
        PdfStatement.width(),
        Style.PALE);
    sheet.finish(words.foot());
  }

  private void turn() {
    sheet.newPage(words.foot());
    headings();
  }

  private void headings() {
    sheet.right(words.text("statement.column.seq"), DAY - 8, Style.STRONG);
    sheet.left(words.text("statement.column.sales_day"), DAY, TYPE - DAY, Style.STRONG);
    sheet.left(words.text("statement.column.type"), TYPE, WHAT - TYPE, Style.STRONG);
    sheet.left(words.text("statement.column.what"), WHAT, 200, Style.STRONG);
    sheet.right(words.text("statement.column.gross"), GROSS, Style.STRONG);
    sheet.right(words.text("statement.column.commission"), COMMISSION, Style.STRONG);
    sheet.right(words.text("statement.column.tax"), TAX, Style.STRONG);
    sheet.right(words.text("statement.column.net"), NET, Style.STRONG);
    sheet.right(words.text("statement.column.balance"), RIGHT, Style.STRONG);
    sheet.rule(LEFT, RIGHT);
    sheet.down(ROW + 3);
  }

  private void bound(String key, long balance) {
    sheet.left(words.text(key), TYPE, GROSS - TYPE, Style.STRONG);
    sheet.right(words.figures().amount(balance), RIGHT, Style.STRONG);
    sheet.down(ROW);
  }

  private void line(StatementLine line) {
    if (!sheet.hasRoomFor(ROW)) {
      turn();
    }
    if (written++ % 2 == 0) {
      sheet.shade(LEFT, RIGHT, ROW);
    }
    EntryDraft draft = line.entry().draft();
    Amounts amounts = line.amounts();
    sheet.right(String.valueOf(line.entry().seq()), DAY - 8, Style.PALE);
    sheet.left(words.figures().day(draft.salesDay()), DAY, TYPE - DAY, Style.PLAIN);
    sheet.left(type(draft), TYPE, WHAT - TYPE - 4, Style.PLAIN);
    sheet.left(what(draft.line()), WHAT, GROSS - WHAT - 50, Style.PALE);
    sheet.right(words.figures().amountOrBlank(amounts.gross()), GROSS, Style.PLAIN);
    sheet.right(words.figures().amountOrBlank(amounts.commission()), COMMISSION, Style.PLAIN);
    sheet.right(words.figures().amountOrBlank(amounts.tax()), TAX, Style.PLAIN);
    sheet.right(words.figures().amountOrBlank(amounts.net()), NET, Style.PLAIN);
    sheet.right(words.figures().amount(line.after().owed()), RIGHT, Style.PLAIN);
    sheet.down(ROW);
  }

  /// Money that only moves between the merchant's own accounts is named with its amount: its net is
  /// nothing.
  private String type(EntryDraft draft) {
    String name = words.type(draft.type());
    boolean moves = Amounts.of(draft.postings()).equals(Amounts.ZERO) && draft.debits() != 0;
    return moves ? name + " (" + words.figures().amount(draft.debits()) + ")" : name;
  }

  private static String what(@Nullable Line facts) {
    if (facts == null) {
      return "";
    }
    return facts.orderId().isEmpty()
        ? facts.paymentId()
        : facts.orderId() + " · " + facts.paymentId();
  }
}
