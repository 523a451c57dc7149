package io.openvpos.messaging.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Signs as a shop does, by RFC 9421 and RFC 9530 and the JDK alone: nothing of what it tests.
final class ShopSigner {

  private final KeyPair keys;

  ShopSigner() {
    try {
      keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /// What is signed. Every part may be another one than what is sent.
  record Call(
      String method, String target, String body, String key, List<String> covered, String params) {

    static final List<String> ALL =
        List.of("@method", "@path", "@query", "content-digest", "idempotency-key");

    static Call of(long created, String nonce) {
      return new Call(
          "POST",
          "/v1/things?a=1&b=%20",
          "{\"amount\": 1}",
          "order-1",
          ALL,
          ";created=" + created + ";nonce=\"" + nonce + "\"");
    }

    Call covering(String... parts) {
      return new Call(method, target, body, key, List.of(parts), params);
    }

    Call with(String otherParams) {
      return new Call(method, target, body, key, covered, otherParams);
    }
  }

  /// The 32 bytes of the public key in base64url: the end of its encoding.
  String publicKey() {
    byte[] encoded = keys.getPublic().getEncoded();
    byte[] raw = new byte[32];
    System.arraycopy(encoded, encoded.length - raw.length, raw, 0, raw.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
  }

  /// The fields that a signed call carries.
  Map<String, String> fields(Call call) {
    try {
      Map<String, String> fields = new LinkedHashMap<>();
      if (!call.body().isEmpty()) {
        fields.put("Content-Digest", digest(call.body()));
      }
      if (!call.key().isEmpty()) {
        fields.put("Idempotency-Key", call.key());
      }
      String covered = "(\"" + String.join("\" \"", call.covered()) + "\")" + call.params();
      StringBuilder base = new StringBuilder();
      for (String part : call.covered()) {
        base.append('"').append(part).append("\": ").append(value(call, part)).append('\n');
      }
      base.append("\"@signature-params\": ").append(covered);
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(keys.getPrivate());
      signer.update(base.toString().getBytes(UTF_8));
      fields.put("Signature-Input", "sig1=" + covered);
      fields.put("Signature", "sig1=:" + Base64.getEncoder().encodeToString(signer.sign()) + ":");
      return fields;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static String digest(String body) throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
    return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
  }

  private static String value(Call call, String part) throws GeneralSecurityException {
    URI target = URI.create(call.target());
    return switch (part) {
      case "@method" -> call.method();
      case "@path" -> target.getRawPath();
      case "@query" -> target.getRawQuery() == null ? "?" : "?" + target.getRawQuery();
      case "content-digest" -> digest(call.body());
      case "idempotency-key" -> call.key();
      default -> "";
    };
  }
}
