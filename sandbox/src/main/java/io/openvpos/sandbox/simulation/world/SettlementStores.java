package io.openvpos.sandbox.simulation.world;

import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.BusinessDaySequence;
import io.openvpos.settlement.businessday.domain.BusinessDaySequence.Closed;
import io.openvpos.settlement.payout.domain.OpenPayout;
import io.openvpos.settlement.payout.domain.Payables;
import io.openvpos.settlement.payout.domain.PayoutFact;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// All collections of settlement-service.
public final class SettlementStores {

  final BatchStores batch = new BatchStores();
  final PayoutStores payout = new PayoutStores();
  final DayStores day = new DayStores();

  public List<Line> lines() {
    return batch.lines();
  }

  public List<Batch> batches() {
    return batch.batches();
  }

  public List<Payables> payables() {
    return payout.payables();
  }

  public List<PayoutFact> payoutFacts() {
    return payout.facts();
  }

  public List<BusinessDay> days() {
    return day.days();
  }

  public Optional<BusinessDaySequence> sequence() {
    return day.current();
  }

  /// Every outbox is empty, and the bank has answered for every payout that it is to be given by
  /// now: a re-issue waits for the close of the day that it was made on.
  public boolean quiet() {
    return batch.outboxes.allEmpty()
        && payout.outboxes.allEmpty()
        && day.outboxes.allEmpty()
        && payout.allSettled()
        && payables().stream().flatMap(head -> head.open().stream()).noneMatch(this::waiting);
  }

  private boolean waiting(OpenPayout open) {
    LocalDate last =
        sequence().flatMap(BusinessDaySequence::lastClosedDay).map(Closed::day).orElse(null);
    return open.confirmation().isEmpty() && last != null && !open.payout().salesDay().isAfter(last);
  }
}
