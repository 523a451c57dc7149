package io.openvpos.merchant.staff;

import io.openvpos.messaging.access.Ed25519;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// The Ed25519 key pair of the tokens. Its id is the key's own thumbprint (RFC 7638), so another
/// key never goes by the same id.
public record SigningKey(String id, PublicKey publicKey, PrivateKey privateKey) {

  private static final String ALGORITHM = "Ed25519";

  public static SigningKey generate() {
    try {
      return of(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every JDK has Ed25519", absent);
    }
  }

  /// From the encoded halves: X.509 and PKCS #8.
  public static SigningKey decode(byte[] publicKey, byte[] privateKey) {
    try {
      KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
      return of(
          new KeyPair(
              factory.generatePublic(new X509EncodedKeySpec(publicKey)),
              factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey))));
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("the stored signing key is unusable", unusable);
    }
  }

  private static SigningKey of(KeyPair pair) throws GeneralSecurityException {
    String jwk =
        "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + Ed25519.toJwk(pair.getPublic()) + "\"}";
    byte[] thumbprint =
        MessageDigest.getInstance("SHA-256").digest(jwk.getBytes(StandardCharsets.UTF_8));
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(thumbprint);
    return new SigningKey(id, pair.getPublic(), pair.getPrivate());
  }

  @Override
  public String toString() {
    return "SigningKey[" + id + "]";
  }
}
