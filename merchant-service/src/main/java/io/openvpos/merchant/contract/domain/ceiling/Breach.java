package io.openvpos.merchant.contract.domain.ceiling;

import io.openvpos.merchant.contract.domain.PriceRow;
import java.time.LocalDate;

/// What of a contract is above a ceiling.
///
/// @param row of the contract that prices such a sale
/// @param limit basis points, or calendar days
/// @param from the ceiling's first day
public record Breach(PriceRow row, Kind kind, int limit, LocalDate from) {

  /// What is limited.
  public enum Kind {
    COMMISSION,
    VALUE_DAYS
  }
}
