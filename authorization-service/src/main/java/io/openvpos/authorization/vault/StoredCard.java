package io.openvpos.authorization.vault;

import org.jspecify.annotations.Nullable;

/// What may be known of a card outside the vault.
///
/// @param token names the card within its merchant and mode: `tok_...`
/// @param brand `visa`, `mastercard`, `troy`, `amex`, ... or `unknown`
/// @param bin the leading digits: eight, or six of a number shorter than 16
/// @param last4 the trailing digits
/// @param funding `credit`, `debit`, `prepaid` or `unknown`
/// @param issuerCountry ISO 3166-1 alpha-2; `ZZ` if no table knows the BIN
/// @param cardClass the pricing class: `own_bank`, `domestic_credit`, `debit`, `prepaid`,
///   `commercial`, `foreign`
/// @param fingerprint the platform-wide keyed HMAC of the number: equal for one card whatever the
///   merchant, the key of velocity
/// @param usage how often the token pays
/// @param networkTransactionId the network's name of the payment that the card was kept with; null
///   if none was told
public record StoredCard(
    String token,
    String brand,
    String bin,
    String last4,
    String funding,
    String issuerCountry,
    String cardClass,
    String fingerprint,
    TokenUsage usage,
    @Nullable String networkTransactionId) {

  /// A token for many payments, with none that it was kept with.
  public StoredCard(
      String token,
      String brand,
      String bin,
      String last4,
      String funding,
      String issuerCountry,
      String cardClass,
      String fingerprint) {
    this(
        token,
        brand,
        bin,
        last4,
        funding,
        issuerCountry,
        cardClass,
        fingerprint,
        TokenUsage.MULTI_USE,
        null);
  }

  public boolean isSingleUse() {
    return usage == TokenUsage.SINGLE_USE;
  }
}
