package io.openvpos.messaging.access;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// An Ed25519 public key as a JSON Web Key writes it (RFC 8037: the 32 bytes of `x`, base64url).
public final class Ed25519 {

  /// SubjectPublicKeyInfo for Ed25519 (RFC 8410) up to the key's own 32 bytes.
  private static final byte[] DER_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int LENGTH = 32;

  private Ed25519() {}

  public static PublicKey fromJwk(String x) throws GeneralSecurityException {
    byte[] raw = Base64.getUrlDecoder().decode(x);
    if (raw.length != LENGTH) {
      throw new InvalidKeySpecException("not " + LENGTH + " bytes");
    }
    byte[] encoded = Arrays.copyOf(DER_PREFIX, DER_PREFIX.length + raw.length);
    System.arraycopy(raw, 0, encoded, DER_PREFIX.length, raw.length);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  public static String toJwk(PublicKey key) {
    byte[] encoded = key.getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, DER_PREFIX.length, encoded.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
  }
}
