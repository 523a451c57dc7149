package io.openvpos.settlement.payout.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A payout that may still change: instructed, or confirmed so lately that it may come back.
///
/// @param confirmedOn the business day of the confirmation; null while the bank has not answered
public record OpenPayout(Payout payout, @Nullable LocalDate confirmedOn) {

  public Optional<LocalDate> confirmation() {
    return Optional.ofNullable(confirmedOn);
  }

  /// Whether it was confirmed so long before the day that the bank will not send it back any more.
  boolean isForgottenOn(LocalDate day) {
    return confirmedOn != null && confirmedOn.plusDays(Payables.RETURN_WINDOW_DAYS).isBefore(day);
  }

  OpenPayout confirmed(LocalDate day) {
    return new OpenPayout(payout, day);
  }
}
