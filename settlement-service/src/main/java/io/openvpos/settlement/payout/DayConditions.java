package io.openvpos.settlement.payout;

import io.openvpos.settlement.payout.domain.Conditions;
import java.time.LocalDate;

/// Under what a day is taken in.
public interface DayConditions {

  /// Everybody is paid, nothing is converted.
  DayConditions NONE = day -> Conditions.NONE;

  /// The same for every call with one day, whichever instance asks.
  Conditions of(LocalDate day);
}
