package io.openvpos.merchant.statement.domain;

import io.openvpos.merchant.ledger.domain.journal.EntryType;

/// What the entries of one type add up to.
public record TypeTotal(EntryType type, long entries, Amounts amounts) {

  public TypeTotal plus(TypeTotal other) {
    return new TypeTotal(type, entries + other.entries, amounts.plus(other.amounts));
  }
}
