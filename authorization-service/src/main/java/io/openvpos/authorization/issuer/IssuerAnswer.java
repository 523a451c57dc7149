package io.openvpos.authorization.issuer;

import org.jspecify.annotations.Nullable;

/// What became of one request.
public sealed interface IssuerAnswer {

  /// The issuer holds or returns the amount.
  ///
  /// @param responseCode DE 39: `00`
  /// @param authorizationCode DE 38; null if the issuer gave none
  /// @param networkTransactionId the network's name of the payment; null if it told none
  record Approved(
      String responseCode,
      @Nullable String authorizationCode,
      @Nullable String networkTransactionId)
      implements IssuerAnswer {

    /// Without the network's name of the payment.
    public Approved(String responseCode, @Nullable String authorizationCode) {
      this(responseCode, authorizationCode, null);
    }
  }

  /// The issuer refused: a definite answer, no money moved.
  ///
  /// @param responseCode DE 39, anything but `00`
  record Declined(String responseCode) implements IssuerAnswer {}

  /// Sent, or perhaps sent, and not answered by the deadline: the outcome is unknown and must be
  /// reversed.
  record NoAnswer() implements IssuerAnswer {}

  /// Certainly not sent, not one byte: nothing to reverse.
  record NotSent() implements IssuerAnswer {}
}
