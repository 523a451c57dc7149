package io.openvpos.settlement.fakes;

import io.openvpos.settlement.fx.RateTables;
import io.openvpos.settlement.fx.domain.Rate;
import io.openvpos.settlement.fx.domain.RateSheet;
import io.openvpos.settlement.fx.domain.RateTable;
import io.openvpos.settlement.fx.domain.RateTable.Status;
import io.openvpos.settlement.fx.domain.RateTable.Step;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Rate tables in memory.
public class Rates implements RateTables {

  public final Map<String, RateTable> tables = new TreeMap<>();

  /// One in force with these prices, the next version of its date.
  public RateTable put(LocalDate date, String usd, String eur) {
    RateTable table =
        RateTable.imported(
            new RateSheet(
                date,
                "",
                Map.of("USD", rate("USD", usd), "EUR", rate("EUR", eur), "GBP", rate("GBP", "60"))),
            ofDate(date).size() + 1,
            List.of(),
            new Step("ayşe", Instant.EPOCH));
    tables.put(table.id(), table);
    return table;
  }

  private static Rate rate(String currency, String price) {
    return new Rate(currency, 1, new BigDecimal(price), new BigDecimal(price));
  }

  @Override
  public Optional<Stored> find(String id) {
    return Optional.ofNullable(tables.get(id)).map(table -> new Stored(table, 1));
  }

  @Override
  public List<RateTable> ofDate(LocalDate date) {
    return tables.values().stream().filter(one -> one.sheet().date().equals(date)).toList();
  }

  @Override
  public List<RateTable> newest(int limit) {
    return tables.values().stream().limit(limit).toList();
  }

  @Override
  public Optional<RateTable> inForce(LocalDate last) {
    return tables.values().stream()
        .filter(one -> one.status() == Status.IN_FORCE && !one.sheet().date().isAfter(last))
        .max(
            Comparator.comparing((RateTable one) -> one.sheet().date())
                .thenComparingInt(RateTable::version));
  }

  @Override
  public boolean insert(RateTable table) {
    return tables.putIfAbsent(table.id(), table) == null;
  }

  @Override
  public boolean replace(Stored read, RateTable next) {
    tables.put(next.id(), next);
    return true;
  }
}
