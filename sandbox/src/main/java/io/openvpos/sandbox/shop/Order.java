package io.openvpos.sandbox.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a visitor ordered, and how it is paid.
///
/// @param reference the session's, payment's or link's id at the bank
/// @param returnSecret checks the payer's return from the bank's page; null elsewhere
record Order(
    String id, List<Product> basket, Way way, String reference, @Nullable String returnSecret) {

  /// How the shop takes the money.
  enum Way {
    /// On the bank's page: the shop never sees the card.
    PAGE,
    /// The shop asks for the card itself and calls the API.
    CARD,
    /// By a link that can be sent, or scanned.
    LINK
  }

  Order {
    basket = List.copyOf(basket);
  }
}
