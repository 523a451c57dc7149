package io.openvpos.sandbox.simulation.world;

import io.openvpos.sandbox.simulation.machine.Fault;
import io.openvpos.sandbox.simulation.machine.Scheduler;
import io.openvpos.sandbox.simulation.machine.SimulatedProcess;
import io.openvpos.settlement.payout.domain.Bank;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Decides each end-to-end id once and says so whenever it is asked again.
public final class SimulatedBank {

  private final Scheduler scheduler;
  private final Map<String, Payout> paid = new LinkedHashMap<>();
  private final Map<String, Payout> refused = new LinkedHashMap<>();

  SimulatedBank(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /// What left the bank, by end-to-end id.
  public Map<String, Payout> paid() {
    return paid;
  }

  Bank connect(SimulatedProcess process) {
    return file -> handOver(process, file);
  }

  private List<Bank.Answer> handOver(SimulatedProcess process, PayoutFile file) {
    process.step("hands over " + file.messageId());
    if (process.choices().strikes(Fault.BANK_SILENT)) {
      process.sleep(2_000);
      return List.of();
    }
    List<Bank.Answer> answers = new ArrayList<>();
    for (Payout payout : file.payouts()) {
      if (process.choices().strikes(Fault.BANK_SILENT)) {
        continue;
      }
      answers.add(decide(payout));
    }
    scheduler.note("bank", answers.toString());
    process.step("bank answers");
    return answers;
  }

  private Bank.Answer decide(Payout payout) {
    boolean refuse = !payout.isReissue() && payout.amount() % 3 == 0;
    (refuse ? refused : paid).put(payout.id(), payout);
    return refuse
        ? new Bank.Answer.Refused(payout.id(), "AC01")
        : new Bank.Answer.Paid(payout.id());
  }
}
