package io.openvpos.settlement.payout.domain;

/// Who gets a merchant's money.
public interface Beneficiaries {

  /// False while profiles are still being read from the beginning. What is known of a merchant then
  /// may be an old bank account of it, so nobody is paid before.
  boolean complete();

  /// Throws if the merchant's profile has not arrived, or not all have: the day waits for it.
  Beneficiary of(String merchantId);
}
