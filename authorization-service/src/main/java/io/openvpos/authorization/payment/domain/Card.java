package io.openvpos.authorization.payment.domain;

/// The public facts of the card that pays, as the vault stated them when it took the card.
///
/// @param bin the first eight digits
/// @param fingerprint the platform's keyed hash of the card number, the same for one card
///   everywhere
public record Card(
    String token,
    String brand,
    String bin,
    String last4,
    String funding,
    String issuerCountry,
    String cardClass,
    String fingerprint) {}
