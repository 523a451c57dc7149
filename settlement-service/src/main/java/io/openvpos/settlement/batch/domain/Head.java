package io.openvpos.settlement.batch.domain;

import io.openvpos.money.Mode;

/// The identity that money is kept under: one merchant, one mode, one currency.
public record Head(String merchantId, Mode mode, String currency) {

  /// `merchant|mode|currency`, as the ledger writes it.
  public String id() {
    return merchantId + "|" + mode.code() + "|" + currency;
  }

  public static Head of(String id) {
    String[] parts = id.split("\\|", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not a head: " + id);
    }
    return new Head(parts[0], Mode.of(parts[1]), parts[2]);
  }
}
