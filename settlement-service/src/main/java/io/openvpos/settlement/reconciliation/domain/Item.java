package io.openvpos.settlement.reconciliation.domain;

import java.time.LocalDate;

/// One record of either side. Text that is not known is empty.
///
/// @param pan at most the first six and the last four digits
/// @param amount minor units, positive
/// @param date of the business day it was made on
/// @param reason the network's reason code of a chargeback
/// @param arn the acquirer's reference
/// @param caseReference the network's name for a chargeback's case
/// @param cycle 0 where there is no case
public record Item(
    ItemType type,
    String rrn,
    String stan,
    String authorizationCode,
    String pan,
    long amount,
    String currency,
    LocalDate date,
    String reason,
    String arn,
    String caseReference,
    int cycle) {

  /// What both sides call the same thing by.
  public String key() {
    return type.letters() + "|" + rrn;
  }
}
