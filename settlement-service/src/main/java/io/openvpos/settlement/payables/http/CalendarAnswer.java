package io.openvpos.settlement.payables.http;

import io.openvpos.settlement.payables.PayablesView.Expected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What will be paid when, if nothing more is sold, given back or held.
///
/// @param daysToCome whether what was sold on days not closed yet is in it
record CalendarAnswer(LocalDate from, LocalDate to, boolean daysToCome, List<Row> data) {

  /// One payment day, mode and currency.
  ///
  /// @param amount in minor units of `currency`
  /// @param settlementCurrency what that will be converted into, at the rate of its day; null if it
  ///   is paid as it stands
  /// @param payouts how many merchants
  record Row(
      LocalDate date,
      String mode,
      String currency,
      @Nullable String settlementCurrency,
      long amount,
      int payouts) {
    static Row of(Expected one) {
      return new Row(
          one.date(),
          one.mode().code(),
          one.currency(),
          one.settlementCurrency().orElse(null),
          one.amount(),
          one.payouts());
    }
  }
}
