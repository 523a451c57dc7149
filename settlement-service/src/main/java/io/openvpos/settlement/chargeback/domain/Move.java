package io.openvpos.settlement.chargeback.domain;

import org.jspecify.annotations.Nullable;

/// What became of something asked of a case.
public sealed interface Move {

  /// The case as it is to be stored.
  ///
  /// @param fact what the ledger is told with it; null if no money moves
  record Made(Chargeback changed, @Nullable ChargebackFact fact) implements Move {}

  /// It has been done before: nothing is to be done.
  record Repeated(Chargeback there) implements Move {}

  /// The state of the case does not allow it.
  ///
  /// @param code why, as a stable code
  record Refused(String code) implements Move {}
}
