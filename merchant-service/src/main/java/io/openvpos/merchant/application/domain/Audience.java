package io.openvpos.merchant.application.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// To whom the site sells. The code is the name in lower case.
public enum Audience {
  CONSUMERS,
  /// Businesses that sign in to buy: such a site can only be checked with a user of its own.
  DEALERS;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Audience> of(String code) {
    return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
