package io.openvpos.settlement.payout.domain;

import io.openvpos.settlement.batch.domain.Head;
import java.time.Instant;
import java.time.LocalDate;

/// An instruction to the bank to pay one merchant. Never changes.
///
/// @param day the day whose close it is of; a re-issue keeps the day of what it replaces
/// @param number 0 at the close, else of the head's re-issues
/// @param amount in minor units, above zero
/// @param salesDay the day closed, or for a re-issue the day open when it was made
/// @param instructedAt the day's cut-off, or the moment of the re-issue
public record Payout(
    String id,
    Head head,
    LocalDate day,
    int number,
    long amount,
    LocalDate salesDay,
    Instant instructedAt,
    LocalDate executionDate,
    Beneficiary beneficiary) {

  public Payout {
    if (amount <= 0) {
      throw new IllegalStateException("a payout of " + amount);
    }
  }

  public boolean isReissue() {
    return number > 0;
  }

  /// Of the fact that it is instructed, which the end of a day waits for.
  public static String instructedEventId(String payoutId) {
    return payoutId + ":1";
  }
}
