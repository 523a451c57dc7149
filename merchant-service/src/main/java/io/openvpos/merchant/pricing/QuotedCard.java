package io.openvpos.merchant.pricing;

import org.jspecify.annotations.Nullable;

/// What the leading digits of a card say.
///
/// @param bin 6 to 8 digits
/// @param issuerCountry ISO 3166 alpha-2; null if it is not known
public record QuotedCard(
    String bin, String brand, String funding, @Nullable String issuerCountry, String cardClass) {}
