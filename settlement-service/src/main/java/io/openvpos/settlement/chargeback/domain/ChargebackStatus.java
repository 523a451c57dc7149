package io.openvpos.settlement.chargeback.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a case stands.
///
/// | status | who moves it on |
/// |---|---|
/// | received | the merchant represents or accepts; after the last day it is accepted by time |
/// | represented | the network: won or lost |
/// | won | the issuer may claim once more: received, cycle 2 |
/// | lost, accepted | nobody: the money stays with the issuer |
public enum ChargebackStatus {
  RECEIVED,
  REPRESENTED,
  WON,
  LOST,
  ACCEPTED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ChargebackStatus> of(String code) {
    return Arrays.stream(values()).filter(status -> status.code().equals(code)).findFirst();
  }
}
