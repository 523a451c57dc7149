package io.openvpos.fraud.lists.domain;

import java.util.Locale;

/// What a list holds.
public enum ListEntity {
  /// The platform's fingerprint of a card, never its number.
  CARD,
  /// Four to eight leading digits, or a range of eight.
  BIN,
  /// An address or a CIDR block, of IPv4 or IPv6.
  IP,
  /// An address or, as `@shop.test`, all of a domain.
  EMAIL,
  /// A shopper's device as the shop names it.
  DEVICE,
  /// ISO 3166-1 alpha-2 of the card's issuer.
  COUNTRY,
  /// A merchant id.
  MERCHANT;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
