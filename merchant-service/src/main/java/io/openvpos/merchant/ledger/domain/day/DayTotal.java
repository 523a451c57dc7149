package io.openvpos.merchant.ledger.domain.day;

import io.openvpos.money.Mode;
import java.util.Currency;

/// What the entries of one business day and one source partition add up to.
///
/// @param entries how many there are
/// @param debits the sum of their debit legs in minor units
public record DayTotal(Mode mode, Currency currency, long entries, long debits) {

  public DayTotal plus(DayTotal other) {
    return new DayTotal(
        mode, currency, Math.addExact(entries, other.entries), Math.addExact(debits, other.debits));
  }
}
