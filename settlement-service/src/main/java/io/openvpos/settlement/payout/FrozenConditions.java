package io.openvpos.settlement.payout;

import io.openvpos.settlement.fx.RateTables;
import io.openvpos.settlement.fx.domain.RateTable;
import io.openvpos.settlement.payout.domain.Conditions;
import io.openvpos.settlement.payout.domain.HeldPayouts;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Fixes the conditions of a day by one insert: whoever comes first writes what it knows, everybody
/// else reads that. So a hold or a table that comes between two heads, or between two instances,
/// counts for all of the day or for none of it.
public final class FrozenConditions implements DayConditions {

  private final Store store;
  private final HeldPayouts merchants;
  private final RateTables tables;
  private final int maxAgeDays;

  /// What is fixed of a day.
  ///
  /// @param held ids of merchants
  /// @param closed ids of merchants
  /// @param rateTable id of a table; null if there was none to convert by
  public record Fixed(
      LocalDate day, Set<String> held, Set<String> closed, @Nullable String rateTable) {
    public Fixed {
      held = Set.copyOf(held);
      closed = Set.copyOf(closed);
    }
  }

  /// Where that is kept, each day once.
  public interface Store {
    Optional<Fixed> find(LocalDate day);

    /// False if the day has some already; nothing is stored then.
    boolean insert(Fixed fixed);
  }

  /// @param merchants that are to be paid nothing or the last of their money, as known now
  /// @param maxAgeDays of a table that may convert
  public FrozenConditions(Store store, HeldPayouts merchants, RateTables tables, int maxAgeDays) {
    this.store = store;
    this.merchants = merchants;
    this.tables = tables;
    this.maxAgeDays = maxAgeDays;
  }

  @Override
  public Conditions of(LocalDate day) {
    Fixed fixed = store.find(day).orElseGet(() -> fix(day));
    String id = fixed.rateTable();
    return new Conditions(
        fixed.held(), fixed.closed(), id == null ? Optional.empty() : Optional.of(table(id)));
  }

  private Fixed fix(LocalDate day) {
    Optional<String> table =
        tables.inForce(day).filter(found -> found.isFresh(day, maxAgeDays)).map(RateTable::id);
    Fixed mine =
        new Fixed(day, merchants.merchants().keySet(), merchants.closed(), table.orElse(null));
    return store.insert(mine)
        ? mine
        : store
            .find(day)
            .orElseThrow(() -> new IllegalStateException("the conditions of " + day + " are gone"));
  }

  private RateTable table(String id) {
    return tables
        .find(id)
        .orElseThrow(() -> new IllegalStateException("rate table " + id + " is gone"))
        .table();
  }
}
