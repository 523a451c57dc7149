package io.openvpos.authorization.vault.keys;

import java.io.IOException;
import java.io.StringReader;
import java.util.Base64;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Keys as text, one a line, Base64:
///
/// ```
/// active=k1
/// kek.k1=...
/// lookup=...
/// fingerprint=...
/// identity=...
/// ```
///
/// To rotate, add `kek.k2` and make it active; rows are wrapped anew as they are used.
final class KeyText {

  private static final String KEK = "kek.";

  private KeyText() {}

  /// Reads the keys.
  ///
  /// @param origin named in errors; the text itself never is
  static KeyRing parse(String text, String origin) {
    Properties lines = new Properties();
    try {
      lines.load(new StringReader(text));
      return new KeyRing(
          required(lines, "active"),
          lines.stringPropertyNames().stream()
              .filter(name -> name.startsWith(KEK))
              .collect(
                  Collectors.toMap(
                      name -> name.substring(KEK.length()), name -> key(lines, name, "AES"))),
          key(lines, "lookup", "HmacSHA256"),
          key(lines, "fingerprint", "HmacSHA256"),
          key(lines, "identity", "HmacSHA256"));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException("the vault's keys in " + origin + ": " + e.getMessage(), e);
    }
  }

  static String write(KeyRing keys) {
    StringBuilder text =
        new StringBuilder("# The card vault's keys. Whoever reads them reads every card.\n");
    text.append("active=").append(keys.activeId()).append('\n');
    keys.keyEncryptionKeys().forEach((id, key) -> line(text, KEK + id, key));
    line(text, "lookup", keys.lookup());
    line(text, "fingerprint", keys.fingerprint());
    line(text, "identity", keys.identity());
    return text.toString();
  }

  private static void line(StringBuilder text, String name, SecretKey key) {
    text.append(name)
        .append('=')
        .append(Base64.getEncoder().encodeToString(key.getEncoded()))
        .append('\n');
  }

  private static SecretKey key(Properties lines, String name, String algorithm) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(required(lines, name));
    } catch (IllegalArgumentException e) {
      // The cause would quote the key.
      throw withoutCause(name + " is missing or not Base64");
    }
    if (bytes.length != KeyRing.KEY_BYTES) {
      throw new IllegalArgumentException(name + " is not a key of 256 bits");
    }
    return new SecretKeySpec(bytes, algorithm);
  }

  private static IllegalArgumentException withoutCause(String message) {
    return new IllegalArgumentException(message);
  }

  private static String required(Properties lines, String name) {
    String value = lines.getProperty(name, "").strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }
}
