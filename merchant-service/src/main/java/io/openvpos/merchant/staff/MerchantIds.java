package io.openvpos.merchant.staff;

/// All that people's side needs to know of merchants.
@FunctionalInterface
public interface MerchantIds {

  boolean exists(String id);
}
