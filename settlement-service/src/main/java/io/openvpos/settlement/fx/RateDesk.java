package io.openvpos.settlement.fx;

import io.openvpos.settlement.fx.domain.Plausibility;
import io.openvpos.settlement.fx.domain.RateSheet;
import io.openvpos.settlement.fx.domain.RateTable;
import io.openvpos.settlement.fx.domain.RateTable.Outcome;
import io.openvpos.settlement.fx.domain.RateTable.Step;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Where tables are taken in and let count.
public final class RateDesk {

  private final RateTables tables;
  private final Plausibility plausibility;
  private final Clock clock;

  /// What became of an import.
  ///
  /// @param repeated it was there already, word for word
  public record Taken(RateTable table, boolean repeated) {}

  public RateDesk(RateTables tables, Plausibility plausibility, Clock clock) {
    this.tables = tables;
    this.plausibility = plausibility;
    this.clock = clock;
  }

  /// The same sheet again is the table that it made; another one of its date is the next version.
  public Taken take(RateSheet sheet, String by) {
    while (true) {
      List<RateTable> versions = tables.ofDate(sheet.date());
      String sha256 = sheet.sha256();
      Optional<RateTable> same =
          versions.stream().filter(one -> one.sha256().equals(sha256)).findFirst();
      if (same.isPresent()) {
        return new Taken(same.get(), true);
      }
      Optional<RateSheet> before = tables.inForce(sheet.date()).map(RateTable::sheet);
      RateTable table =
          RateTable.imported(
              sheet,
              versions.size() + 1,
              plausibility.doubtful(sheet, before),
              new Step(by, clock.instant()));
      if (tables.insert(table)) {
        return new Taken(table, false);
      }
    }
  }

  /// Empty if there is no such table.
  public Optional<Outcome> approve(String id, String by) {
    return change(id, table -> table.approve(new Step(by, clock.instant())));
  }

  /// Empty if there is no such table.
  public Optional<Outcome> reject(String id, String by, String reason) {
    return change(id, table -> table.reject(new Step(by, clock.instant(), reason)));
  }

  private Optional<Outcome> change(String id, Function<RateTable, Outcome> decide) {
    while (true) {
      Optional<RateTables.Stored> read = tables.find(id);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      Outcome outcome = decide.apply(read.get().table());
      if (!(outcome instanceof Outcome.Changed(RateTable next))
          || tables.replace(read.get(), next)) {
        return Optional.of(outcome);
      }
    }
  }
}
