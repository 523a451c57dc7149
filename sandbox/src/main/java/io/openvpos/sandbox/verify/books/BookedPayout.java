package io.openvpos.sandbox.verify.books;

import java.time.LocalDate;

/// A payout.
///
/// @param id also its end-to-end id
/// @param number 0 at the close, else of the head's re-issues
/// @param executionDate when the bank is told to pay
public record BookedPayout(
    String id, String head, LocalDate day, int number, long amount, LocalDate executionDate) {

  public String currency() {
    return head.substring(head.lastIndexOf('|') + 1);
  }

  /// `mode|currency`: its file.
  public String modeAndCurrency() {
    return head.substring(head.indexOf('|') + 1);
  }
}
