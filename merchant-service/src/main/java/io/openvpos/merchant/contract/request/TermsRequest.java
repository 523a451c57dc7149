package io.openvpos.merchant.contract.request;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Contract terms as sent. What is absent is as in the terms that these follow.
///
/// @param settlementCurrency `TRY`: sales in other currencies are paid in lira; `sale`: each in its
///   own
/// @param minimumPayout by the currency paid in, in minor units; sent, it is the whole map
public record TermsRequest(
    @Nullable List<@Nullable Row> rows,
    @Nullable Integer bsmvBasisPoints,
    @Nullable String bsmv,
    @Nullable Boolean commissionReturned,
    @Nullable Integer valueDays,
    @Nullable Boolean byInstallment,
    @Nullable FeesRequest fees,
    @Nullable ReserveRequest reserve,
    @Nullable String settlementCurrency,
    @Nullable Map<String, @Nullable Long> minimumPayout) {

  /// One price. A plan of its own where either part of it is sent; the other part is the terms'.
  public record Row(
      @Nullable String brand,
      @Nullable String cardClass,
      @Nullable String currency,
      @Nullable String mcc,
      @Nullable Integer minInstallments,
      @Nullable Integer maxInstallments,
      @Nullable Integer rateBasisPoints,
      @Nullable Long fixedMinorUnits,
      @Nullable Long minimumMinorUnits,
      @Nullable Integer valueDays,
      @Nullable Boolean byInstallment) {}

  /// What single events cost, in minor units.
  public record FeesRequest(
      @Nullable Long refund, @Nullable Long chargeback, @Nullable Boolean chargebackReturned) {}

  /// What is held back.
  public record ReserveRequest(@Nullable Integer basisPoints, @Nullable Integer releaseDays) {}
}
