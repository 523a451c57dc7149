package io.openvpos.merchant.statement.pdf;

import static io.openvpos.merchant.statement.pdf.Sheet.LEFT;
import static io.openvpos.merchant.statement.pdf.Sheet.RIGHT;

import io.openvpos.merchant.ledger.domain.journal.Account;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.Standing;
import io.openvpos.merchant.statement.domain.Amounts;
import io.openvpos.merchant.statement.domain.Statement;
import io.openvpos.merchant.statement.domain.TypeTotal;
import io.openvpos.merchant.statement.pdf.PdfStatement.Holder;
import io.openvpos.merchant.statement.pdf.Sheet.Style;

/// The top of the first page: whose it is, what it opens and closes with, and the totals by type.
final class StatementHead {

  private static final float ROW = 13;
  private static final float OPENING = 236;
  private static final float CLOSING = 316;
  private static final float TOTALS = 360;
  private static final float[] FIGURES = {540, 612, 680, 738, RIGHT};

  private final Sheet sheet;
  private final Words words;
  private final Statement statement;

  StatementHead(Sheet sheet, Words words, Statement statement) {
    this.sheet = sheet;
    this.words = words;
    this.statement = statement;
  }

  void write(Holder holder) {
    HeadKey key = statement.head().key();
    sheet.left(words.text("statement.title"), LEFT, 300, Style.TITLE);
    sheet.down(20);
    sheet.left(holder.name(), LEFT, 500, Style.STRONG);
    sheet.right(
        words.period()
            + " · "
            + key.currency().getCurrencyCode()
            + " · "
            + words.text("statement.mode." + key.mode().code()),
        RIGHT,
        Style.STRONG);
    sheet.down(12);
    sheet.left(holder.merchantId(), LEFT, 500, Style.PALE);
    sheet.down(24);
    float top = sheet.y();
    balances();
    float left = sheet.y();
    sheet.backTo(top);
    totals();
    sheet.backTo(Math.min(left, sheet.y()) - 14);
  }

  private void balances() {
    sheet.left(words.text("statement.balances"), LEFT, 120, Style.STRONG);
    sheet.right(words.text("statement.opening"), OPENING, Style.STRONG);
    sheet.right(words.text("statement.closing"), CLOSING, Style.STRONG);
    sheet.rule(LEFT, CLOSING);
    sheet.down(ROW + 2);
    for (Account account : Account.OWED) {
      balance(
          "statement.account." + account.code(),
          statement.opening().owed(account),
          statement.closing().owed(account),
          Style.PLAIN);
    }
    sheet.down(-ROW);
    sheet.rule(LEFT, CLOSING);
    sheet.down(ROW + 2);
    Standing opening = statement.opening();
    Standing closing = statement.closing();
    balance("statement.account.owed", opening.owed(), closing.owed(), Style.STRONG);
    balance("statement.account.paid_out", opening.paidOut(), closing.paidOut(), Style.PALE);
  }

  private void balance(String key, long opening, long closing, Style style) {
    sheet.left(words.text(key), LEFT, 130, style);
    sheet.right(words.figures().amount(opening), OPENING, style);
    sheet.right(words.figures().amount(closing), CLOSING, style);
    sheet.down(ROW);
  }

  private void totals() {
    sheet.left(words.text("statement.movements"), TOTALS, 110, Style.STRONG);
    String[] heads = {"count", "gross", "commission", "tax", "net"};
    for (int index = 0; index < heads.length; index++) {
      sheet.right(words.text("statement.column." + heads[index]), FIGURES[index], Style.STRONG);
    }
    sheet.rule(TOTALS, RIGHT);
    sheet.down(ROW + 2);
    for (TypeTotal total : statement.totals()) {
      total(words.type(total.type()), total.entries(), total.amounts(), Style.PLAIN);
    }
    sheet.down(-ROW);
    sheet.rule(TOTALS, RIGHT);
    sheet.down(ROW + 2);
    total(words.text("statement.total"), statement.entries(), statement.total(), Style.STRONG);
  }

  private void total(String name, long entries, Amounts amounts, Style style) {
    sheet.left(name, TOTALS, 130, style);
    sheet.right(String.valueOf(entries), FIGURES[0], style);
    long[] values = {amounts.gross(), amounts.commission(), amounts.tax(), amounts.net()};
    for (int index = 0; index < values.length; index++) {
      sheet.right(words.figures().amount(values[index]), FIGURES[index + 1], style);
    }
    sheet.down(ROW);
  }
}
