package io.openvpos.fraud.benchmark;

import io.openvpos.fraud.history.Attempt;
import io.openvpos.fraud.history.FraudLabel;

/// One line of the published data.
///
/// @param atMillis event time, the data's own clock read as UTC
/// @param number of the line, from 1
/// @param customer the data's word for a card
public record HandbookPayment(
    long atMillis, long number, int customer, int terminal, long amountCents, boolean fraud) {

  static final long DAY_MILLIS = 86_400_000L;

  /// Days since 1970-01-01.
  public long day() {
    return Math.floorDiv(atMillis, DAY_MILLIS);
  }

  Attempt attempt() {
    return new Attempt(
        atMillis,
        number,
        card(),
        terminalName(),
        amountCents,
        null,
        null,
        null,
        null,
        Attempt.CardKind.DOMESTIC,
        1);
  }

  FraudLabel label() {
    return new FraudLabel(atMillis, number, card(), terminalName(), true);
  }

  private String card() {
    return "c" + customer;
  }

  private String terminalName() {
    return "t" + terminal;
  }
}
