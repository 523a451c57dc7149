package io.openvpos.settlement.report.settlement;

import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.Line.Detail;
import io.openvpos.settlement.batch.domain.ValueDates;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.report.domain.Cell;
import io.openvpos.settlement.report.domain.Row;
import io.openvpos.settlement.report.domain.Total;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes a line as a row of [DetailColumns].
///
/// @param payout of the day's close, if it paid this head
record DetailRows(Batch batch, Instant cutOffAt, ValueDates valueDates, Optional<Payout> payout) {

  Row of(Line line, long number) {
    Detail detail = line.detail();
    LocalDate valueDate = valueDates.of(line);
    List<Cell> cells = new ArrayList<>(DetailColumns.ALL.size());
    cells.add(Cell.text(batch.id()));
    cells.add(Cell.text(batch.head().merchantId()));
    cells.add(Cell.text(payout.map(paid -> paid.beneficiary().name()).orElse("")));
    cells.add(Cell.day(valueDate));
    cells.add(Cell.day(line.salesDay()));
    cells.add(Cell.moment(cutOffAt));
    cells.add(Cell.whole(number));
    cells.add(Cell.text(line.type().code()));
    cells.add(Cell.text(detail.paymentId()));
    cells.add(Cell.text(detail.refundId()));
    cells.add(Cell.text(detail.orderId()));
    cells.add(Cell.text(detail.authorizationCode()));
    cells.add(Cell.text(detail.rrn()));
    cells.add(Cell.text(detail.cardBrand()));
    cells.add(Cell.EMPTY);
    cells.add(Cell.text(detail.last4().isEmpty() ? "" : "**** " + detail.last4()));
    cells.add(Cell.EMPTY);
    cells.add(detail.cardBrand().isEmpty() ? Cell.EMPTY : Cell.whole(detail.installments()));
    cells.add(Cell.moment(detail.capturedAt()));
    money(line, cells);
    Optional<Payout> paidBy =
        payout.filter(paid -> detail.parts() == 1 && !valueDate.isAfter(paid.executionDate()));
    cells.add(Cell.text(paidBy.map(Payout::id).orElse("")));
    cells.add(Cell.text(paidBy.map(paid -> masked(paid.beneficiary().iban())).orElse("")));
    cells.add(Cell.whole(line.seq()));
    cells.add(Cell.day(line.carriedOverFrom()));
    cells.add(Cell.text(line.entryId()));
    cells.add(Cell.text(detail.cardClass()));
    return new Row(cells);
  }

  private void money(Line line, List<Cell> cells) {
    String currency = batch.head().currency();
    long gross = line.figures().gross();
    long net = line.figures().net();
    cells.add(Cell.text(currency));
    cells.add(Cell.amount(DetailSums.debit(gross), currency));
    cells.add(Cell.amount(DetailSums.credit(gross), currency));
    cells.add(Cell.amount(line.figures().commission(), currency));
    cells.add(Cell.EMPTY);
    cells.add(Cell.EMPTY);
    cells.add(Cell.EMPTY);
    cells.add(Cell.EMPTY);
    cells.add(Cell.amount(line.figures().tax(), currency));
    cells.add(Cell.EMPTY);
    cells.add(Cell.text(currency));
    cells.add(Cell.EMPTY);
    cells.add(Cell.amount(DetailSums.debit(net), currency));
    cells.add(Cell.amount(DetailSums.credit(net), currency));
  }

  Total total(DetailSums sums) {
    String currency = batch.head().currency();
    List<Cell> cells =
        DetailColumns.ALL.stream()
            .map(column ->
                switch (column.key()) {
                  case "gross_debit" -> Cell.amount(sums.grossDebit(), currency);
                  case "gross_credit" -> Cell.amount(sums.grossCredit(), currency);
                  case "commission" -> Cell.amount(sums.figures().commission(), currency);
                  case "tax" -> Cell.amount(sums.figures().tax(), currency);
                  case "net_debit" -> Cell.amount(sums.netDebit(), currency);
                  case "net_credit" -> Cell.amount(sums.netCredit(), currency);
                  default -> Cell.EMPTY;
                })
            .toList();
    return new Total(List.of(), cells);
  }

  /// The country, the check digits and the last four: enough to know one's own account.
  static String masked(String iban) {
    return iban.length() <= 8
        ? "*".repeat(iban.length())
        : iban.substring(0, 4) + "*".repeat(iban.length() - 8) + iban.substring(iban.length() - 4);
  }
}
