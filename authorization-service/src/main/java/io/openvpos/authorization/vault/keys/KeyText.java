package io.openvpos.authorization.vault.keys;

import java.io.IOException;
import java.io.StringReader;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
/// `hsm:LABEL` stands for a key that an HSM keeps under that label. `lookup` is `lookup.1`; further
/// versions are `lookup.2` and so on. How keys are exchanged is in docs/key-rotation.md.
final class KeyText {

  static final String KEK = "kek.";
  private static final String LOOKUP = "lookup";
  private static final String IN_HSM = "hsm:";
  private static final Pattern LATER_VERSION = Pattern.compile("[2-9]|[1-9][0-9]{1,3}");

  private final Properties lines = new Properties();
  private final Hsm hsm;

  private KeyText(Hsm hsm) {
    this.hsm = hsm;
  }

  /// Reads the keys.
  ///
  /// @param origin named in errors; the text itself never is
  /// @param hsm has the keys that the text has labels of
  static KeyRing parse(String text, String origin, Hsm hsm) {
    KeyText keys = new KeyText(hsm);
    try {
      keys.lines.load(new StringReader(text));
      return keys.ring();
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException("the vault's keys in " + origin + ": " + e.getMessage(), e);
    }
  }

  /// New keys, for a vault that has none.
  static String generate(SecureRandom random) {
    return """
    # The card vault's keys. Whoever reads them reads every card.
    active=k1
    kek.k1=%s
    lookup=%s
    fingerprint=%s
    identity=%s
    """
        .formatted(fresh(random), fresh(random), fresh(random), fresh(random));
  }

  /// The key of a line, if there is one.
  static @Nullable Object named(KeyRing keys, String line) {
    return switch (line) {
      case "fingerprint" -> keys.fingerprint();
      case "identity" -> keys.identity();
      default ->
          line.startsWith(KEK)
              ? keys.keyEncryptionKeys().get(line.substring(KEK.length()))
              : keys.lookups().entrySet().stream()
                  .filter(each -> lookup(each.getKey()).equals(line))
                  .map(Map.Entry::getValue)
                  .findFirst()
                  .orElse(null);
    };
  }

  private static String lookup(int version) {
    return version == 1 ? LOOKUP : LOOKUP + "." + version;
  }

  private KeyRing ring() {
    return new KeyRing(
        required("active"),
        lines.stringPropertyNames().stream()
            .filter(name -> name.startsWith(KEK))
            .collect(Collectors.toMap(name -> name.substring(KEK.length()), this::wrapping)),
        lookups(),
        digesting("fingerprint"),
        digesting("identity"));
  }

  private SortedMap<Integer, HmacKey> lookups() {
    SortedMap<Integer, HmacKey> keys = new TreeMap<>();
    for (String name : lines.stringPropertyNames()) {
      if (name.equals(LOOKUP)) {
        keys.put(1, digesting(name));
      } else if (name.startsWith(LOOKUP + ".")) {
        String version = name.substring(LOOKUP.length() + 1);
        if (!LATER_VERSION.matcher(version).matches()) {
          throw new IllegalArgumentException("versions of lookup are 2, 3, ..., not " + version);
        }
        keys.put(Integer.valueOf(version), digesting(name));
      }
    }
    return keys;
  }

  private KeyEncryptionKey wrapping(String name) {
    return label(name).map(hsm::wrapping).orElseGet(() -> KeyInMemory.wrapping(bytes(name)));
  }

  private HmacKey digesting(String name) {
    return label(name).map(hsm::digesting).orElseGet(() -> KeyInMemory.digesting(bytes(name)));
  }

  private Optional<String> label(String name) {
    return Optional.of(required(name))
        .filter(value -> value.startsWith(IN_HSM))
        .map(value -> value.substring(IN_HSM.length()));
  }

  private byte[] bytes(String name) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(required(name));
    } catch (IllegalArgumentException e) {
      // The cause would quote the key.
      throw withoutCause(name + " is missing or not Base64");
    }
    if (bytes.length != KeyRing.KEY_BYTES) {
      throw new IllegalArgumentException(name + " is not a key of 256 bits");
    }
    return bytes;
  }

  private static String fresh(SecureRandom random) {
    byte[] bytes = new byte[KeyRing.KEY_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static IllegalArgumentException withoutCause(String message) {
    return new IllegalArgumentException(message);
  }

  private String required(String name) {
    String value = lines.getProperty(name, "").strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }
}
