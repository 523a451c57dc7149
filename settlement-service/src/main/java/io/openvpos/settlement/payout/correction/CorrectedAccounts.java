package io.openvpos.settlement.payout.correction;

import io.openvpos.settlement.payout.BankAnswers.ReissueAccounts;
import io.openvpos.settlement.payout.domain.Beneficiaries;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutId;

/// The account in the merchant's profile, unless two people of the acquirer have corrected it for
/// these payouts and the profile has not changed since.
public final class CorrectedAccounts implements ReissueAccounts {

  private final Corrections corrections;
  private final Beneficiaries profiles;

  public CorrectedAccounts(Corrections corrections, Beneficiaries profiles) {
    this.corrections = corrections;
    this.profiles = profiles;
  }

  @Override
  public Beneficiary of(Payout replaced) {
    Beneficiary profile = profiles.of(replaced.head().merchantId());
    return corrections
        .find(PayoutId.of(replaced.head(), replaced.day(), 0))
        .map(correction -> correction.account(profile))
        .orElse(profile);
  }
}
