package io.openvpos.settlement.chargeback;

import io.openvpos.settlement.chargeback.domain.ClaimedSale;

/// Where it is kept what is about to be claimed of each sale.
public interface ClaimedSales {

  /// Nothing yet is a state too.
  ClaimedSale find(String arn);

  /// False if somebody else has changed it since it was read; nothing is stored then.
  boolean save(ClaimedSale changed);
}
