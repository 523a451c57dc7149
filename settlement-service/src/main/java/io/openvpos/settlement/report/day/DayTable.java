package io.openvpos.settlement.report.day;

import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.report.domain.Cell;
import io.openvpos.settlement.report.domain.Column;
import io.openvpos.settlement.report.domain.Column.Kind;
import io.openvpos.settlement.report.domain.Fact;
import io.openvpos.settlement.report.domain.Report;
import io.openvpos.settlement.report.domain.ReportKind;
import io.openvpos.settlement.report.domain.Row;
import io.openvpos.settlement.report.domain.Total;
import io.openvpos.settlement.report.domain.Total.Match;
import io.openvpos.settlement.report.domain.Trailer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Rolls a day's sums up to a table: one row for each mode, currency and combination of keys, and
/// one total for each mode and currency, since different money is never added.
record DayTable(List<Column> common, List<Key> keys, List<Sum> sums) {

  private static final int ROWS_AT_ONCE = 500;

  /// What rows are grouped by.
  record Key(Column column, Function<DayGroup, Cell> cell) {}

  /// What is added up.
  record Sum(Column column, Part part) {}

  /// One number of a sum, in minor units or a count.
  interface Part {
    long of(DaySum sum);
  }

  /// Rows are sorted by what stands in their cells.
  private record RowKey(String mode, String currency, List<Cell> cells) {
    String text() {
      return mode + "\u0000" + currency + "\u0000" + cells.stream().map(RowKey::text).toList();
    }

    private static String text(Cell cell) {
      return switch (cell) {
        case Cell.Text text -> text.value();
        case Cell.Whole whole -> String.format(Locale.ROOT, "%04d", whole.value());
        default -> "";
      };
    }
  }

  private record Sums(RowKey key, DaySum sum) {
    Sums plus(Sums other) {
      return new Sums(key, sum.plus(other.sum));
    }
  }

  Report report(ReportKind kind, DayBooks books) {
    LocalDate day = books.day();
    return new Report(
        kind,
        day.toString(),
        day,
        List.of(Fact.of("sales_day", Cell.day(day))),
        Stream.of(common.stream(), keys.stream().map(Key::column), sums.stream().map(Sum::column))
            .flatMap(columns -> columns)
            .toList(),
        () -> new Rolled(kind, day, rolled(books)));
  }

  private List<Sums> rolled(DayBooks books) {
    Map<String, Sums> rows = new TreeMap<>();
    books
        .groups()
        .forEach((group, sum) -> {
          Head head = group.head();
          RowKey key =
              new RowKey(
                  head.mode().code(),
                  head.currency(),
                  keys.stream().map(one -> one.cell().apply(group)).toList());
          rows.merge(key.text(), new Sums(key, sum), Sums::plus);
        });
    return List.copyOf(rows.values());
  }

  private List<Cell> cells(LocalDate day, RowKey key, DaySum sum) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.day(day));
    cells.add(Cell.text(key.mode()));
    cells.add(Cell.text(key.currency()));
    cells.addAll(key.cells());
    for (Sum one : sums) {
      long value = one.part().of(sum);
      cells.add(
          one.column().kind() == Kind.WHOLE
              ? Cell.whole(value)
              : Cell.amount(value, key.currency()));
    }
    return cells;
  }

  private final class Rolled implements Report.Body {
    private final ReportKind kind;
    private final LocalDate day;
    private final List<Sums> rows;
    private int next;

    Rolled(ReportKind kind, LocalDate day, List<Sums> rows) {
      this.kind = kind;
      this.day = day;
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return next < rows.size();
    }

    @Override
    public List<Row> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int end = Math.min(rows.size(), next + ROWS_AT_ONCE);
      List<Row> page =
          rows.subList(next, end).stream()
              .map(row -> new Row(cells(day, row.key(), row.sum())))
              .toList();
      next = end;
      return page;
    }

    @Override
    public Trailer trailer() {
      Map<String, Sums> byMoney = new LinkedHashMap<>();
      List<Cell> blank = keys.stream().map(_ -> Cell.EMPTY).toList();
      rows.forEach(row -> {
        RowKey money = new RowKey(row.key().mode(), row.key().currency(), blank);
        byMoney.merge(money.text(), new Sums(money, row.sum()), Sums::plus);
      });
      List<Total> totals = new ArrayList<>();
      for (Iterator<Sums> all = byMoney.values().iterator(); all.hasNext(); ) {
        Sums total = all.next();
        totals.add(
            new Total(
                List.of(new Match(1, total.key().mode()), new Match(2, total.key().currency())),
                cells(day, total.key(), total.sum())));
      }
      return new Trailer(
          totals,
          List.of(
              Fact.of("rows", Cell.whole(rows.size())),
              Fact.of("version", Cell.text(kind.version()))));
    }
  }
}
