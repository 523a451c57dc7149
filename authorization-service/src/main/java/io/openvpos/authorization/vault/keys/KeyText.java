package io.openvpos.authorization.vault.keys;

import java.io.IOException;
import java.io.StringReader;
import java.util.Base64;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
/// `lookup` is `lookup.1`; further versions are `lookup.2` and so on. How keys are exchanged is in
/// docs/key-rotation.md.
final class KeyText {

  private static final String KEK = "kek.";
  private static final String LOOKUP = "lookup";
  private static final String HMAC = "HmacSHA256";
  private static final Pattern LATER_VERSION = Pattern.compile("[2-9]|[1-9][0-9]{1,3}");

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
          lookups(lines),
          key(lines, "fingerprint", HMAC),
          key(lines, "identity", HMAC));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException("the vault's keys in " + origin + ": " + e.getMessage(), e);
    }
  }

  static String write(KeyRing keys) {
    StringBuilder text =
        new StringBuilder("# The card vault's keys. Whoever reads them reads every card.\n");
    text.append("active=").append(keys.activeId()).append('\n');
    keys.keyEncryptionKeys().forEach((id, key) -> line(text, KEK + id, key));
    keys.lookups().forEach((version, key) -> line(text, lookup(version), key));
    line(text, "fingerprint", keys.fingerprint());
    line(text, "identity", keys.identity());
    return text.toString();
  }

  private static SortedMap<Integer, SecretKey> lookups(Properties lines) {
    SortedMap<Integer, SecretKey> keys = new TreeMap<>();
    for (String name : lines.stringPropertyNames()) {
      if (name.equals(LOOKUP)) {
        keys.put(1, key(lines, name, HMAC));
      } else if (name.startsWith(LOOKUP + ".")) {
        String version = name.substring(LOOKUP.length() + 1);
        if (!LATER_VERSION.matcher(version).matches()) {
          throw new IllegalArgumentException("versions of lookup are 2, 3, ..., not " + version);
        }
        keys.put(Integer.valueOf(version), key(lines, name, HMAC));
      }
    }
    return keys;
  }

  private static String lookup(int version) {
    return version == 1 ? LOOKUP : LOOKUP + "." + version;
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
