package io.openvpos.merchant.sitecheck.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a site must have. The code in JSON and documents is the name in lower case.
public enum Criterion {
  REACHABLE,
  TLS,
  NO_REDIRECT,
  TEST_LINK,
  DEALER_LOGIN,
  TURKISH,
  MEMBERSHIP,
  ORDER_STEPS,
  CARD_PAYMENT,
  DISTANCE_SALES,
  RETURNS,
  PRIVACY,
  CONTACT;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Criterion> of(String code) {
    return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
