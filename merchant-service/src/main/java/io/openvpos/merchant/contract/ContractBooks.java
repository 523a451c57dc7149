package io.openvpos.merchant.contract;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.contract.domain.ContractBook;
import java.util.Optional;

/// The merchants' contract books as stored.
public interface ContractBooks {

  /// A book as read, and what a change of it must find unchanged.
  ///
  /// @param mcc the merchant's category today
  record Held(String merchantId, String mcc, ContractBook book, long version) {}

  /// Empty if there is no such merchant.
  Optional<Held> find(String merchantId);

  /// One compare-and-set of the book with the audit record, told to every service. False if the
  /// merchant changed since it was read; nothing is stored then.
  boolean save(Held read, ContractBook changed, Action action);
}
