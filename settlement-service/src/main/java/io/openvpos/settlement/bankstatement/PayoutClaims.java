package io.openvpos.settlement.bankstatement;

import io.openvpos.settlement.payout.BankAnswers.Standing;
import java.util.Optional;

/// Which booking a payout was paid or came back by: the first one that says so, for ever.
public interface PayoutClaims {

  /// A booking's claim on a payout.
  ///
  /// @param standing where the payout stood when it was claimed
  record Claim(String bookingId, Standing standing) {}

  /// The claim that counts: this one, if it is the first.
  Claim claim(String payoutId, boolean credit, Claim wanted);

  Optional<Claim> find(String payoutId, boolean credit);
}
