package io.openvpos.merchant.profile.domain;

/// What may be captured, and how long a hold lives.
public record CaptureRules(boolean manualCaptureAllowed, int holdDays, int maxInstallments) {

  public static final CaptureRules DEFAULT = new CaptureRules(true, 7, 12);

  public boolean valid() {
    return 1 <= holdDays && holdDays <= 30 && 1 <= maxInstallments && maxInstallments <= 12;
  }
}
