package io.openvpos.settlement.fx;

import io.openvpos.settlement.fx.domain.RateTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Where rate tables are kept, each once by its date and version.
public interface RateTables {

  /// A table as read, and what a change of it must find unchanged.
  record Stored(RateTable table, long revision) {}

  Optional<Stored> find(String id);

  /// All of a date, oldest version first.
  List<RateTable> ofDate(LocalDate date);

  /// The newest ones, newest first.
  List<RateTable> newest(int limit);

  /// Of those in force, the last of the latest date that is not after `last`.
  Optional<RateTable> inForce(LocalDate last);

  /// False if the date has that version already; nothing is stored then.
  boolean insert(RateTable table);

  /// False if it was changed since it was read; nothing is changed then.
  boolean replace(Stored read, RateTable next);
}
