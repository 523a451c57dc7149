package io.openvpos.settlement.report.settlement;

import io.openvpos.settlement.batch.domain.Head;
import java.time.LocalDate;

/// How a day changed what one head is owed, in minor units: what its batch brought, what its close
/// converted and paid out. Money held back is owed too. A re-issued payout changes nothing: what
/// came back went out again.
///
/// @param converted what came in by conversion less what went out by it
public record Balance(
    Head head, LocalDate day, long opening, long movements, long converted, long payouts) {

  public long closing() {
    return Math.subtractExact(Math.addExact(Math.addExact(opening, movements), converted), payouts);
  }
}
