package io.openvpos.settlement.batch.domain;

import io.openvpos.money.Mode;

/// All batches of a day in one mode and currency, in minor units.
///
/// @param figures signed from the merchants' view
/// @param payout the sum of the payouts of the day's close
public record DayTotal(Mode mode, String currency, TypeTotals types, Figures figures, long payout) {

  public DayTotal plus(TypeTotals moreTypes, Figures moreFigures) {
    return new DayTotal(mode, currency, types.plus(moreTypes), figures.plus(moreFigures), payout);
  }

  public DayTotal plusPayout(long amount) {
    return new DayTotal(mode, currency, types, figures, Math.addExact(payout, amount));
  }
}
