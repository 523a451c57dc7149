package io.openvpos.authorization.issuer;

import io.openvpos.money.Money;

/// What the issuer said of a card's loyalty points.
public sealed interface PointsAnswer {

  /// What the points are worth in the currency that was asked for.
  ///
  /// @param worth zero where the card has none, or none in that currency
  record Balance(Money worth) implements PointsAnswer {}

  /// The issuer does not tell it of this card.
  ///
  /// @param responseCode DE 39, anything but `00`
  record Declined(String responseCode) implements PointsAnswer {}

  /// No answer, or none that can be understood.
  record Untold() implements PointsAnswer {}
}
