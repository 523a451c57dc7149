package io.openvpos.authorization.payment.domain;

import org.jspecify.annotations.Nullable;

/// That a payment is made with a kept card, or made to keep it, as the schemes want it told.
///
/// @param initial the card is kept with this payment
/// @param networkTransactionId the network's name of the payment that it was kept with
public record CredentialOnFile(
    Initiator initiator, Reason reason, boolean initial, @Nullable String networkTransactionId) {

  /// Who has the payment made.
  public enum Initiator {
    CUSTOMER,
    MERCHANT
  }

  /// What the card is kept for.
  public enum Reason {
    RECURRING,
    INSTALLMENT,
    UNSCHEDULED
  }

  public CredentialOnFile {
    Invariant.check(
        !(initial && initiator == Initiator.MERCHANT), "the customer is there when a card is kept");
  }

  public boolean isByMerchant() {
    return initiator == Initiator.MERCHANT;
  }

  /// With what is known of the first payment, unless the shop has said it.
  public CredentialOnFile following(@Nullable String known) {
    return initial || networkTransactionId != null
        ? this
        : new CredentialOnFile(initiator, reason, false, known);
  }
}
