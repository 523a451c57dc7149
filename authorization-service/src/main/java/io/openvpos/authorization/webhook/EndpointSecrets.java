package io.openvpos.authorization.webhook;

import io.openvpos.authorization.vault.Seals;
import io.openvpos.authorization.webhook.domain.Endpoint;
import io.openvpos.authorization.webhook.domain.SigningSecret;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/// The signing secrets, sealed with the vault's keys for the endpoint that they belong to.
final class EndpointSecrets {

  private final Seals seals;
  private final SecureRandom random;

  EndpointSecrets(Seals seals, SecureRandom random) {
    this.seals = seals;
    this.random = random;
  }

  /// @param shown as the merchant sees it, this once
  record Fresh(String shown, String sealed) {

    @Override
    public String toString() {
      return "Fresh[]";
    }
  }

  Fresh make(String endpointId) {
    String shown = Signatures.newSecret(random);
    return new Fresh(shown, seals.seal(shown, endpointId));
  }

  List<String> signing(Endpoint endpoint, Instant at) {
    return endpoint.signingAt(at).stream()
        .map(SigningSecret::sealed)
        .map(sealed -> seals.open(sealed, endpoint.id()))
        .toList();
  }
}
