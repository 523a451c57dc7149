package io.openvpos.settlement.reconciliation;

import io.openvpos.settlement.matter.MatterDesk;
import io.openvpos.settlement.matter.domain.Proposal;
import io.openvpos.settlement.reconciliation.domain.Discrepancy;
import java.time.Clock;
import java.util.List;

/// What people do with exceptions of reconciliation.
public final class DiscrepancyDesk extends MatterDesk<Discrepancy> {

  private static final List<String> KINDS =
      List.of("explained", "network_corrects", Proposal.ADJUSTED);

  public DiscrepancyDesk(Discrepancies discrepancies, Clock clock) {
    super(discrepancies, KINDS, clock);
  }
}
