package io.openvpos.settlement.chargeback.domain;

/// What the ledger is told of a case. Its event id is `case:number`.
///
/// @param chargeback as it is with this fact
/// @param number 1 for the first fact of the case, without a gap
/// @param received false: the money comes back to the merchant
public record ChargebackFact(Chargeback chargeback, int number, boolean received, Booked booked) {

  public String eventId() {
    return chargeback.id() + ":" + number;
  }
}
