package io.openvpos.authorization.vault;

import io.openvpos.money.Mode;
import java.util.Optional;

/// Keeps card numbers encrypted and hands out tokens for them.
public interface Vault {

  /// Stores the card unless this merchant has it already in this mode; the same number always gets
  /// the same token. Renews the row's retention. The security code is not kept.
  StoredCard store(String merchantId, Mode mode, SubmittedCard card);

  /// Stores the card under a token of its own that one payment may take, see [#take].
  StoredCard storeOnce(String merchantId, Mode mode, SubmittedCard card);

  /// Gives a single-use token to a payment, for ever. The same payment may take it again; another
  /// is told false.
  boolean take(String merchantId, Mode mode, String token, String paymentId);

  /// Keeps with a token what the network called the payment that it was kept with. The first one
  /// stays.
  void remember(String merchantId, Mode mode, String token, String networkTransactionId);

  /// The card of a token, for this merchant and mode only. Renews the row's retention. That it is
  /// read is recorded before.
  Optional<StoredCard> find(String merchantId, Mode mode, String token, UseReason reason);

  /// What tells this card from others, as a [StoredCard] has it. Stores nothing.
  String fingerprint(SubmittedCard card);

  /// A keyed HMAC over everything submitted of the card except its security code (number, expiry,
  /// holder's name), as lower-case hexadecimal: two requests with the same card have the same
  /// identity. Stores nothing.
  String identity(SubmittedCard card);
}
