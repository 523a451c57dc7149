package io.openvpos.merchant.contract.domain;

import java.time.LocalDate;

/// Terms and the first business day they price. Version 1 holds for every day before version 2.
public record ContractVersion(int version, LocalDate fromDay, ContractTerms terms) {

  public ContractVersion {
    if (version < 1) {
      throw new IllegalArgumentException("contract versions count from 1");
    }
  }
}
