package io.openvpos.authorization.vault;

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
public record StoredCard(
    String token,
    String brand,
    String bin,
    String last4,
    String funding,
    String issuerCountry,
    String cardClass,
    String fingerprint) {}
