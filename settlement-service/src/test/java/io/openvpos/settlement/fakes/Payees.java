package io.openvpos.settlement.fakes;

import io.openvpos.settlement.payout.domain.Beneficiaries;
import io.openvpos.settlement.payout.domain.Beneficiary;

/// Every merchant has the account given, under its own id.
public record Payees(String iban) implements Beneficiaries {

  @Override
  public boolean complete() {
    return true;
  }

  @Override
  public Beneficiary of(String merchantId) {
    return new Beneficiary(iban, merchantId);
  }
}
