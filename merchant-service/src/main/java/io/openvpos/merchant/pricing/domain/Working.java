package io.openvpos.merchant.pricing.domain;

import io.openvpos.merchant.contract.domain.PriceRow;
import java.util.List;

/// How the charge for one capture comes about. The ledger posts [#charge()], a quote and an entry's
/// explanation show all of it: they cannot differ, since there is no other computation.
///
/// @param amount of the capture, in minor units
/// @param row that priced it
/// @param agreed rate and fixed part, or the row's minimum if that is more; with the tax in it
///   where the contract has it inside
/// @param roundings in the order made
public record Working(
    long amount, PriceRow row, long agreed, List<Rounding> roundings, Charge charge) {

  public Working {
    roundings = List.copyOf(roundings);
  }

  /// Whether the row's minimum was taken instead of rate and fixed part.
  public boolean atMinimum() {
    return agreed > Math.addExact(roundings.getFirst().rounded(), row.fixedMinorUnits());
  }

  /// What the merchant gets: negative where the charge is more than the amount, and then owed.
  public long net() {
    return Math.subtractExact(amount, charge.total());
  }
}
