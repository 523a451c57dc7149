package io.openvpos.settlement.report.settlement;

import static io.openvpos.settlement.report.domain.Column.Kind.AMOUNT;
import static io.openvpos.settlement.report.domain.Column.Kind.DAY;
import static io.openvpos.settlement.report.domain.Column.Kind.MOMENT;
import static io.openvpos.settlement.report.domain.Column.Kind.TEXT;
import static io.openvpos.settlement.report.domain.Column.Kind.WHOLE;

import io.openvpos.settlement.report.domain.Column;
import java.util.List;

/// The columns of the settlement detail report, in their fixed order. Those that nothing in the
/// platform knows yet are there and empty, so that none has to be put between others later.
final class DetailColumns {

  static final List<Column> ALL =
      List.of(
          new Column("batch_id", TEXT),
          new Column("merchant_id", TEXT),
          new Column("merchant_name", TEXT),
          new Column("value_date", DAY),
          new Column("sales_day", DAY),
          new Column("cut_off", MOMENT),
          new Column("line_no", WHOLE),
          new Column("type", TEXT),
          new Column("payment_id", TEXT),
          new Column("modification_id", TEXT),
          new Column("order_id", TEXT),
          new Column("auth_code", TEXT),
          new Column("rrn", TEXT),
          new Column("card_brand", TEXT),
          new Column("card_program", TEXT),
          new Column("card_masked", TEXT),
          new Column("installment_no", WHOLE),
          new Column("installment_of", WHOLE),
          new Column("capture_time", MOMENT),
          new Column("gross_currency", TEXT),
          new Column("gross_debit", AMOUNT),
          new Column("gross_credit", AMOUNT),
          new Column("commission", AMOUNT),
          new Column("interchange", AMOUNT),
          new Column("scheme_fee", AMOUNT),
          new Column("markup", AMOUNT),
          new Column("installment_funding_fee", AMOUNT),
          new Column("tax", AMOUNT),
          new Column("reserve", AMOUNT),
          new Column("net_currency", TEXT),
          new Column("fx_rate", TEXT),
          new Column("net_debit", AMOUNT),
          new Column("net_credit", AMOUNT),
          new Column("payout_id", TEXT),
          new Column("iban_masked", TEXT),
          new Column("ledger_seq", WHOLE),
          new Column("carried_over_from", DAY),
          new Column("entry_id", TEXT),
          new Column("card_class", TEXT));

  private DetailColumns() {}
}
