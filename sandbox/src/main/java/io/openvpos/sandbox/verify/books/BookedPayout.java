package io.openvpos.sandbox.verify.books;

import java.time.LocalDate;

/// A payout.
///
/// @param id also its end-to-end id
/// @param number 0 at the close, else of the head's re-issues
public record BookedPayout(String id, String head, LocalDate day, int number, long amount) {

  /// `mode|currency`: its file.
  public String modeAndCurrency() {
    return head.substring(head.indexOf('|') + 1);
  }
}
