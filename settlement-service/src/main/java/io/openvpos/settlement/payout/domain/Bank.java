package io.openvpos.settlement.payout.domain;

import java.util.List;

/// The bank that pays.
public interface Bank {

  /// What the bank says of one payout.
  sealed interface Answer {
    String endToEndId();

    record Paid(String endToEndId) implements Answer {}

    /// `reason` is an ISO 20022 status reason code.
    record Refused(String endToEndId, String reason) implements Answer {}

    /// The bank has had this before, it says. It may have paid then, so the payout is neither
    /// confirmed nor given out again: somebody has to ask the bank.
    record Duplicate(String endToEndId, String reason) implements Answer {}
  }

  /// Hands a file over, as often as need be: the bank knows it by its message id. Payouts that the
  /// bank has not decided are missing in the answer.
  List<Answer> handOver(PayoutFile file);
}
