package io.openvpos.merchant.pricing;

import io.openvpos.merchant.contract.domain.ContractVersion;
import io.openvpos.merchant.pricing.domain.Working;
import java.time.LocalDate;
import java.util.List;

/// What a sale in full costs on a business day, and when what is left of it is paid.
///
/// @param payouts their amounts sum to the working's net
public record Quote(
    LocalDate salesDay, ContractVersion contract, Working working, List<Payout> payouts) {

  /// Part of the net, in minor units.
  public record Payout(LocalDate valueDate, long amount) {}

  public Quote {
    payouts = List.copyOf(payouts);
    if (payouts.stream().mapToLong(Payout::amount).sum() != working.net()) {
      throw new IllegalStateException("the payouts of a quote sum to its net");
    }
  }
}
