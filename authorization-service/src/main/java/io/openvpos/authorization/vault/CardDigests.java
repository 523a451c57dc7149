package io.openvpos.authorization.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openvpos.authorization.vault.keys.KeyRing;
import io.openvpos.money.Mode;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Keyed HMACs of card numbers, each purpose with a key of its own so that none can be matched with
/// another.
final class CardDigests {

  private final KeyRing keys;

  CardDigests(KeyRing keys) {
    this.keys = keys;
  }

  /// Names a merchant's row for a card; another merchant's row of the same card has an unrelated
  /// name.
  String rowId(String merchantId, Mode mode, Pan pan) {
    return hmac(keys.lookup(), merchantId, mode.code(), pan.digits());
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
  private static String hmac(SecretKey key, String... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      for (String part : parts) {
        byte[] bytes = part.getBytes(UTF_8);
        mac.update((bytes.length + ":").getBytes(UTF_8));
        mac.update(bytes);
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
