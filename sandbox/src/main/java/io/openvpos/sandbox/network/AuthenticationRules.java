package io.openvpos.sandbox.network;

import io.openvpos.sandbox.threeds.CardOutcome;
import io.openvpos.sandbox.threeds.Proofs;
import java.util.Map;
import java.util.Optional;

/// What the simulated issuers make of 3-D Secure in an authorization (DE 48). A payment without any
/// of it is not looked at.
final class AuthenticationRules {

  /// The proof is not of this card and amount.
  private static final String BROKEN_PROOF = "82";

  /// Ask the cardholder first (soft decline).
  private static final String AUTHENTICATE = "65";

  private AuthenticationRules() {}

  /// The response code of a refusal.
  static Optional<String> refuses(NetworkMessage message) {
    if (!message.isAuthorization()) {
      return Optional.empty();
    }
    Map<String, String> data = message.additional();
    String proof = data.get("CAVV");
    if (proof != null) {
      String expected =
          Proofs.of(
              data.getOrDefault("DSTX", ""), message.pan(), message.amount(), message.currency());
      return proof.equals(expected) ? Optional.empty() : Optional.of(BROKEN_PROOF);
    }
    boolean notGranted =
        data.containsKey("EXMP") && CardOutcome.of(message.pan()) == CardOutcome.SOFT_DECLINE;
    return notGranted ? Optional.of(AUTHENTICATE) : Optional.empty();
  }
}
