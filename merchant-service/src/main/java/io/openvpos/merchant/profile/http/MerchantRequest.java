package io.openvpos.merchant.profile.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A merchant to be taken on, as sent. Absent parts take the platform's defaults.
public record MerchantRequest(
    @Nullable String name,
    @Nullable String mcc,
    @Nullable String iban,
    @Nullable List<String> currencies,
    @Nullable List<String> modes,
    @Nullable Contract contract,
    @Nullable Policy riskPolicy,
    @Nullable Rules captureRules) {

  public record Contract(
      @Nullable List<@Nullable Row> rows,
      @Nullable Integer bsmvBasisPoints,
      @Nullable String bsmv,
      @Nullable Boolean commissionReturned,
      @Nullable Integer valueDays,
      @Nullable ContractFees fees) {}

  public record Row(
      @Nullable String brand,
      @Nullable String cardClass,
      @Nullable String currency,
      @Nullable Integer minInstallments,
      @Nullable Integer maxInstallments,
      @Nullable Integer rateBasisPoints,
      @Nullable Long fixedMinorUnits) {}

  public record ContractFees(
      @Nullable Long refund, @Nullable Long chargeback, @Nullable Boolean chargebackReturned) {}

  public record Policy(
      @Nullable Long floorMinorUnits,
      @Nullable Integer attemptsPerMinute,
      @Nullable Integer attemptsPerHour,
      @Nullable Integer attemptsPerDay) {}

  public record Rules(
      @Nullable Boolean manualCaptureAllowed,
      @Nullable Integer holdDays,
      @Nullable Integer maxInstallments) {}
}
