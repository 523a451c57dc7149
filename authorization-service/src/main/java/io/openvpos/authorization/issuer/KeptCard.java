package io.openvpos.authorization.issuer;

import org.jspecify.annotations.Nullable;

/// What the network is told of a card that is kept.
///
/// @param byMerchant the shop makes the payment without its customer
/// @param reason `R`ecurring, `I`nstalment or `U`nscheduled
/// @param initial the card is kept with this payment
/// @param networkTransactionId the network's name of the payment that it was kept with
public record KeptCard(
    boolean byMerchant, char reason, boolean initial, @Nullable String networkTransactionId) {

  /// In three letters: who, why, first or subsequent.
  public String code() {
    return "" + (byMerchant ? 'M' : 'C') + reason + (initial ? 'F' : 'S');
  }
}
