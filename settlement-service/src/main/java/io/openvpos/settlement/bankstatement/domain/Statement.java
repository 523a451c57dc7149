package io.openvpos.settlement.bankstatement.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a bank says was booked on one account, in order.
///
/// @param id as the bank has it
/// @param account IBAN, or the bank's own number
/// @param balances of a statement; null of a notification, which has none
public record Statement(
    String id, String account, @Nullable Balances balances, List<Booking> bookings) {

  /// Before the first booking and after the last, in minor units; below zero what is owed.
  public record Balances(long opening, long closing, String currency) {}

  public Statement {
    bookings = List.copyOf(bookings);
  }

  /// Whether opening and bookings come to closing, all in the account's currency. True of what has
  /// no balances.
  public boolean closes() {
    if (balances == null) {
      return true;
    }
    long sum = balances.opening();
    for (Booking booking : bookings) {
      if (!booking.currency().equals(balances.currency())) {
        return false;
      }
      sum = Math.addExact(sum, booking.signed());
    }
    return sum == balances.closing();
  }
}
