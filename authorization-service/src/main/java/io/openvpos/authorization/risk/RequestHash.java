package io.openvpos.authorization.risk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// SHA-256 over what is scored, as lower-case hexadecimal. Each part goes in with its length, and
/// what is absent differs from what is empty, so that no two requests are the same bytes.
final class RequestHash {

  private final MessageDigest digest;

  private RequestHash(MessageDigest digest) {
    this.digest = digest;
  }

  static String of(RiskQuery query) {
    try {
      RequestHash hash = new RequestHash(MessageDigest.getInstance("SHA-256"));
      hash.add(query.merchantId());
      hash.add(query.mode().code());
      hash.add(query.card().fingerprint());
      hash.add(Long.toString(query.amount().minorUnits()));
      hash.add(query.amount().currency().getCurrencyCode());
      hash.add(Integer.toString(query.installments()));
      hash.add(query.ip());
      hash.add(query.email());
      hash.add(query.deviceId());
      hash.add(query.standing().name());
      return HexFormat.of().formatHex(hash.digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void add(@Nullable String part) {
    if (part == null) {
      digest.update("-".getBytes(UTF_8));
      return;
    }
    byte[] bytes = part.getBytes(UTF_8);
    digest.update((bytes.length + ":").getBytes(UTF_8));
    digest.update(bytes);
  }
}
