package io.openvpos.settlement.report.settlement;

import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineType;
import io.openvpos.settlement.payout.domain.Conversion;
import io.openvpos.settlement.report.domain.Cell;
import io.openvpos.settlement.report.domain.Fact;
import io.openvpos.settlement.report.domain.Fact.Field;
import io.openvpos.settlement.report.domain.Report;
import io.openvpos.settlement.report.domain.ReportKind;
import io.openvpos.settlement.report.domain.Row;
import io.openvpos.settlement.report.domain.Trailer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// The rows of a batch while they are read, and their sums, which must be the batch's.
final class DetailBody implements Report.Body {

  private final Iterator<List<Line>> pages;
  private final DetailRows rows;
  private final Balance balance;
  private final List<Conversion> conversions;
  private final DetailSums sums = new DetailSums();

  /// @param conversions of the day, into the batch's head or out of it
  DetailBody(
      Iterator<List<Line>> pages, DetailRows rows, Balance balance, List<Conversion> conversions) {
    this.pages = pages;
    this.rows = rows;
    this.balance = balance;
    this.conversions = List.copyOf(conversions);
  }

  @Override
  public boolean hasNext() {
    return pages.hasNext();
  }

  @Override
  public List<Row> next() {
    List<Row> page = new ArrayList<>();
    for (Line line : pages.next()) {
      sums.add(line);
      page.add(rows.of(line, sums.lines()));
    }
    return page;
  }

  @Override
  public Trailer trailer() {
    Batch batch = rows.batch();
    if (sums.lines() != batch.lines() || !sums.figures().equals(batch.figures())) {
      throw new IllegalStateException("the lines of " + batch.id() + " do not sum to it");
    }
    String currency = batch.head().currency();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("lines", Cell.whole(sums.lines())));
    for (LineType type : LineType.values()) {
      facts.add(ofType(type, currency));
    }
    for (Due due : batch.dues()) {
      facts.add(
          new Fact(
              "due",
              List.of(
                  new Field("value_date", Cell.day(due.valueDate())),
                  new Field("amount", Cell.amount(due.amount(), currency)))));
    }
    long held = batch.reserve().of(batch.figures().net());
    facts.add(Fact.of("reserve_held", Cell.amount(held, currency)));
    facts.add(Fact.of("opening", Cell.amount(balance.opening(), currency)));
    facts.add(Fact.of("movements", Cell.amount(balance.movements(), currency)));
    // Where nothing was converted, a report is what it was before anything could be.
    if (!conversions.isEmpty()) {
      conversions.forEach(one -> facts.add(converted(one)));
      facts.add(Fact.of("converted", Cell.amount(balance.converted(), currency)));
    }
    facts.add(Fact.of("payouts", Cell.amount(balance.payouts(), currency)));
    facts.add(Fact.of("closing", Cell.amount(balance.closing(), currency)));
    facts.add(Fact.of("version", Cell.text(ReportKind.SETTLEMENT.version())));
    return new Trailer(List.of(rows.total(sums)), facts);
  }

  private static Fact converted(Conversion one) {
    return new Fact(
        "conversion",
        List.of(
            new Field("sold", Cell.amount(one.sold(), one.from().currency())),
            new Field("sold_currency", Cell.text(one.from().currency())),
            new Field("bought", Cell.amount(one.bought(), one.to().currency())),
            new Field("bought_currency", Cell.text(one.to().currency())),
            new Field("rate", Cell.text(one.price().toPlainString())),
            new Field("unit", Cell.whole(one.unit())),
            new Field("rate_table", Cell.text(one.rateTable()))));
  }

  private Fact ofType(LineType type, String currency) {
    DetailSums.OfType sum = sums.of(type);
    Figures figures = sum.figures();
    return new Fact(
        type.code(),
        List.of(
            new Field("count", Cell.whole(sum.count())),
            new Field("gross", Cell.amount(figures.gross(), currency)),
            new Field("commission", Cell.amount(figures.commission(), currency)),
            new Field("tax", Cell.amount(figures.tax(), currency)),
            new Field("net", Cell.amount(figures.net(), currency))));
  }
}
