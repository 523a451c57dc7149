package io.openvpos.fraud.benchmark;

import io.openvpos.fraud.history.Attempt;
import io.openvpos.fraud.training.KnownPayment;

/// One line of the published data.
///
/// @param atMillis event time, the data's own clock read as UTC
/// @param number of the line, from 1
/// @param customer the data's word for a card
public record HandbookPayment(
    long atMillis, long number, int customer, int terminal, long amountCents, boolean fraud)
    implements KnownPayment {

  @Override
  public Attempt attempt() {
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

  private String card() {
    return "c" + customer;
  }

  private String terminalName() {
    return "t" + terminal;
  }
}
