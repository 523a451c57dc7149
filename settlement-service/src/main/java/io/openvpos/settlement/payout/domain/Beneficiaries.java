package io.openvpos.settlement.payout.domain;

/// Who gets a merchant's money.
public interface Beneficiaries {

  /// Throws if the merchant's profile has not arrived: the day waits for it.
  Beneficiary of(String merchantId);
}
