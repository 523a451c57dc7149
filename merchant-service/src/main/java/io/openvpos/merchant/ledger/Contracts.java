package io.openvpos.merchant.ledger;

import io.openvpos.merchant.contract.domain.ContractBook;

/// The contracts that price the facts.
public interface Contracts {

  /// An unknown merchant is a broken invariant: its profile was published before its first payment.
  ContractBook of(String merchantId);
}
