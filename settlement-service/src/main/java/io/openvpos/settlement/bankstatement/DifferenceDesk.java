package io.openvpos.settlement.bankstatement;

import io.openvpos.settlement.bankstatement.domain.BankDifference;
import io.openvpos.settlement.matter.MatterDesk;
import io.openvpos.settlement.matter.domain.Proposal;
import java.time.Clock;
import java.util.List;

/// What people do with exceptions of the bank's messages.
public final class DifferenceDesk extends MatterDesk<BankDifference> {

  private static final List<String> KINDS =
      List.of("explained", "bank_corrects", Proposal.ADJUSTED);

  public DifferenceDesk(BankDifferences differences, Clock clock) {
    super(differences, KINDS, clock);
  }
}
