package io.openvpos.fraud.outcomes;

import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.time.Instant;
import java.util.Locale;

/// One thing that happened to a payment.
///
/// @param number of the fact in its payment's life, from 1: the same number is the same fact
/// @param amount what was held, taken, given back or let go
/// @param detail the decline code; empty for the rest
public record Outcome(Subject of, long number, Kind kind, Money amount, String detail, Instant at) {

  /// Whose outcome it is: payments of two modes or merchants are never taken for one another.
  public record Subject(Mode mode, String merchantId, String paymentId) {}

  /// What can happen.
  public enum Kind {
    AUTHORIZED,
    DECLINED,
    CAPTURED,
    VOIDED,
    REVERSED,
    REFUNDED,
    EXPIRED;

    /// `authorized`, …
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
