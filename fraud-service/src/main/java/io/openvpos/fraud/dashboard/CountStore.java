package io.openvpos.fraud.dashboard;

import io.openvpos.fraud.dashboard.domain.Counts;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/// Counts of hours that are over, and of the days that they add up to.
public interface CountStore {

  /// Starts of the hours that are counted, from `from` on, and when each was counted.
  Map<Instant, Instant> counted(Instant from);

  /// Takes the place of what was counted of the hour, adds its day up, and then notes it as
  /// counted.
  ///
  /// @param byMode all that was counted
  /// @param countedAt when counting began
  void keep(Instant hour, Map<Mode, Counts> byMode, Instant countedAt);

  /// Decisions by hour, from `from` on.
  Map<Instant, Counts> hours(Mode mode, Instant from);

  /// All counts by day, from `from` on.
  Map<LocalDate, Counts> days(Mode mode, LocalDate from);

  /// How right scoring was, as last computed; nothing before the first time.
  Counts quality(Mode mode);

  /// The last word counts.
  void keepQuality(Mode mode, Counts quality);
}
