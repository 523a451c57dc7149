package io.openvpos.merchant.profile.http;

import io.openvpos.merchant.contract.request.TermsRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A merchant to be taken on, as sent. Absent parts take the platform's defaults.
public record MerchantRequest(
    @Nullable String name,
    @Nullable String mcc,
    @Nullable String iban,
    @Nullable List<String> currencies,
    @Nullable List<String> modes,
    @Nullable TermsRequest contract,
    @Nullable Policy riskPolicy,
    @Nullable Rules captureRules) {

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
