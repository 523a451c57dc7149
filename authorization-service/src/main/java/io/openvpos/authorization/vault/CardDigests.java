package io.openvpos.authorization.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openvpos.authorization.vault.keys.HmacKey;
import io.openvpos.authorization.vault.keys.KeyRing;
import io.openvpos.money.Mode;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;

/// Keyed HMACs of card numbers, each purpose with a key of its own so that none can be matched with
/// another.
final class CardDigests {

  private final KeyRing keys;

  CardDigests(KeyRing keys) {
    this.keys = keys;
  }

  /// The names of a merchant's row for a card, one of each version of the key, the newest first;
  /// another merchant's row of the same card has unrelated names.
  List<String> lookups(String merchantId, Mode mode, Pan pan) {
    return keys.lookups().reversed().entrySet().stream()
        .map(each ->
            each.getKey() + ":" + hmac(each.getValue(), merchantId, mode.code(), pan.digits()))
        .toList();
  }

  /// Whether a row's names are those of all versions that there are now. Names of versions that are
  /// to come count for nothing: whoever made them knows more keys than are here.
  boolean current(List<String> lookups) {
    return lookups.stream()
        .filter(lookup -> !isNewer(lookup))
        .map(CardDigests::version)
        .toList()
        .equals(List.copyOf(keys.lookups().reversed().keySet()));
  }

  /// Whether a key made a name that is not here yet.
  boolean isNewer(String lookup) {
    return version(lookup) > keys.lookups().lastKey();
  }

  private static int version(String lookup) {
    return Integer.parseInt(lookup.substring(0, lookup.indexOf(':')));
  }

  /// Tells the card across merchants.
  String fingerprint(Pan pan) {
    return hmac(keys.fingerprint(), pan.digits());
  }

  /// Tells the submitted card, its security code apart. An absent name is not an empty one.
  String identity(SubmittedCard card) {
    String name = card.holderName();
    return hmac(
        keys.identity(),
        card.pan().digits(),
        card.expiry().toString(),
        name == null ? "absent" : "present",
        name == null ? "" : name);
  }

  /// Each part goes in with its length, so that no two lists of parts are the same bytes.
  private static String hmac(HmacKey key, String... parts) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (String part : parts) {
      byte[] bytes = part.getBytes(UTF_8);
      text.writeBytes((bytes.length + ":").getBytes(UTF_8));
      text.writeBytes(bytes);
    }
    return HexFormat.of().formatHex(key.digest(text.toByteArray()));
  }
}
