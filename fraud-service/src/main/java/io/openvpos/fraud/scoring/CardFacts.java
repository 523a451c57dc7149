package io.openvpos.fraud.scoring;

/// What scoring may know of a card.
///
/// @param fingerprint the platform's keyed HMAC of the PAN
/// @param funding credit, debit, prepaid or unknown
/// @param issuerCountry ISO 3166-1 alpha-2
public record CardFacts(String fingerprint, String funding, String issuerCountry) {}
