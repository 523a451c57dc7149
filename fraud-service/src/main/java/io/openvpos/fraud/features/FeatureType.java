package io.openvpos.fraud.features;

import java.util.Locale;

/// What kind of number a feature is. Every value is held as a double; whole ones are exact.
public enum FeatureType {
  /// 0 or 1.
  FLAG,
  /// A whole number, 0 or more.
  COUNT,
  /// Whole minor units of the home currency.
  AMOUNT,
  /// Seconds or days; −1 where there is nothing to measure from.
  AGE,
  /// A quotient; −1 where there is nothing to divide by.
  RATIO;

  /// As written in the schema's hash and on the wire.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
