package io.openvpos.fraud.embedded;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Signs staff tokens as merchant-service does.
public final class StaffSigner {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final long YEAR_2100 = 4_102_444_800L;

  private final KeyPair keys;

  public StaffSigner() throws GeneralSecurityException {
    keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  public Map<String, Object> jwks() {
    byte[] encoded = keys.getPublic().getEncoded();
    String x =
        BASE64.encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    return Map.of("keys", List.of(Map.of("kty", "OKP", "crv", "Ed25519", "kid", "k1", "x", x)));
  }

  public String token(String role) throws GeneralSecurityException {
    return token(role, "s");
  }

  public String token(String role, String subject) throws GeneralSecurityException {
    String claims =
        "{\"iss\":\"open-vpos\",\"aud\":\"open-vpos\",\"sub\":\"%s\",\"exp\":%d,\"roles\":[\"%s\"]}"
            .formatted(subject, YEAR_2100, role);
    String signed = encoded("{\"alg\":\"EdDSA\",\"kid\":\"k1\"}") + "." + encoded(claims);
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(keys.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + BASE64.encodeToString(signature.sign());
  }

  private static String encoded(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
