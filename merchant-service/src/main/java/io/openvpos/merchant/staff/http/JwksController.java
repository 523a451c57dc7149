package io.openvpos.merchant.staff.http;

import io.openvpos.merchant.staff.SigningKey;
import io.openvpos.messaging.access.Ed25519;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The public keys of the tokens (RFC 7517), for every service.
@RestController
final class JwksController {

  private final JsonWebKeys keys;

  JwksController(SigningKey key) {
    keys =
        new JsonWebKeys(
            List.of(
                new JsonWebKey(
                    "OKP", "Ed25519", "sig", "EdDSA", key.id(), Ed25519.toJwk(key.publicKey()))));
  }

  record JsonWebKey(String kty, String crv, String use, String alg, String kid, String x) {}

  record JsonWebKeys(List<JsonWebKey> keys) {}

  @GetMapping("/.well-known/jwks.json")
  JsonWebKeys keys() {
    return keys;
  }
}
