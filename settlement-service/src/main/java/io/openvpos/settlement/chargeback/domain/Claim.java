package io.openvpos.settlement.chargeback.domain;

import java.time.LocalDate;

/// What the issuer claims, as the clearing file says it.
///
/// @param caseReference the network's own name for the case
/// @param cycle 1: the first chargeback; 2: the issuer claims again after it lost
/// @param amount minor units of the sale's currency, a part of the capture or all of it
/// @param reason the network's reason code
/// @param clearedOn the day of the clearing file
/// @param respondBy the last day on which it can be represented
public record Claim(
    String caseReference,
    int cycle,
    long amount,
    String reason,
    LocalDate clearedOn,
    LocalDate respondBy) {}
