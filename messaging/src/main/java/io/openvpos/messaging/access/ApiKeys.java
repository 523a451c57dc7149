package io.openvpos.messaging.access;

import io.openvpos.messaging.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The API keys that a service knows. Only hashes are kept.
public interface ApiKeys {

  /// The merchant of a presented key, if it is valid now. Where that cannot be told yet, because
  /// the keys are still being read, it is a [ProblemException] of 503: a shop whose key is good
  /// must not be told that it is not.
  Optional<Caller.MerchantKey> find(String presentedKey);

  /// These keys once they are all read; until then nobody can tell a valid one from an unknown or a
  /// revoked one.
  default ApiKeys once(BooleanSupplier read) {
    return presentedKey -> {
      if (!read.getAsBoolean()) {
        throw ProblemException.of(503, "service_unavailable").retryAfter(Duration.ofSeconds(1));
      }
      return find(presentedKey);
    };
  }

  /// What is stored of a key: its SHA-256 in lower-case hexadecimal. A key has 256 random bits, so
  /// nothing slower is needed.
  static String hash(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
