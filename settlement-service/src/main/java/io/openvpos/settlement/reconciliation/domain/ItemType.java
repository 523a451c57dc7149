package io.openvpos.settlement.reconciliation.domain;

import java.util.Arrays;
import java.util.Optional;

/// What a record of a presentment or clearing file is about, with its three letters there.
public enum ItemType {
  CAPTURE("CAP"),
  REFUND("REF"),
  REVERSAL("REV"),
  CHARGEBACK("CBK"),
  CHARGEBACK_REVERSAL("CBR"),
  REPRESENTMENT_ACCEPTED("RPA"),
  REPRESENTMENT_REFUSED("RPR");

  private final String letters;

  ItemType(String letters) {
    this.letters = letters;
  }

  public String letters() {
    return letters;
  }

  public static Optional<ItemType> of(String letters) {
    return Arrays.stream(values()).filter(type -> type.letters.equals(letters)).findFirst();
  }

  /// Whether we present it, so that it has another side to be matched with.
  public boolean isPresented() {
    return this == CAPTURE || this == REFUND || this == REVERSAL;
  }
}
