package io.openvpos.settlement.reconciliation.domain;

import java.util.Map;

/// By how much an amount may differ and still match, in minor units by currency; 0 where a currency
/// is not named.
public record Tolerances(Map<String, Long> byCurrency) {

  public static final Tolerances NONE = new Tolerances(Map.of());

  public Tolerances {
    byCurrency = Map.copyOf(byCurrency);
  }

  boolean allows(Item ours, Item theirs) {
    long apart = Math.abs(Math.subtractExact(ours.amount(), theirs.amount()));
    return apart <= byCurrency.getOrDefault(ours.currency(), 0L);
  }
}
