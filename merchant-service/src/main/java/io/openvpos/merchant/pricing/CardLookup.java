package io.openvpos.merchant.pricing;

import java.util.Optional;

/// Tells brand and class of cards by their leading digits.
public interface CardLookup {

  /// Empty if nobody knows such cards.
  ///
  /// @param onBehalfOf the caller's own Authorization header
  Optional<QuotedCard> find(String bin, String onBehalfOf);
}
