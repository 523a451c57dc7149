package io.openvpos.settlement.bankstatement.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One movement of an account. The same movement has the same id in a notification and in the
/// statement that follows, if the bank gives it a reference.
///
/// @param statementId the first statement or notification it was read in
/// @param bookedOn null if the bank does not say
/// @param amount in minor units, not below zero
/// @param reversal takes an earlier movement back
/// @param endToEndId of the payment; empty if there is none
/// @param reference the bank's own; empty if there is none
/// @param returnReason ISO 20022 code; empty of what is not returned
public record Booking(
    String id,
    String statementId,
    String account,
    @Nullable LocalDate bookedOn,
    boolean credit,
    long amount,
    String currency,
    boolean reversal,
    String endToEndId,
    String reference,
    String returnReason,
    String remittance) {

  /// Above zero what came in.
  public long signed() {
    return credit ? amount : Math.negateExact(amount);
  }
}
