package io.openvpos.merchant.ledger;

import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.ledger.domain.day.EndedDays;
import io.openvpos.merchant.ledger.domain.hold.HoldFact;
import io.openvpos.merchant.ledger.domain.hold.PlacedHold;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.merchant.ledger.domain.posting.Drafting;
import io.openvpos.merchant.ledger.domain.posting.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What one poll brought from one source partition, in order. Facts are gathered and posted
/// together; a marker cuts: everything before it is posted first.
public final class PartitionIntake {

  private final Ledger ledger;
  private final Source source;
  private final EndedDays ended;
  private final Map<String, ContractBook> contracts = new HashMap<>();
  private final List<EntryDraft> drafts = new ArrayList<>();
  private final List<PlacedHold> holds = new ArrayList<>();

  PartitionIntake(Ledger ledger, Source source, EndedDays ended) {
    this.ledger = ledger;
    this.source = source;
    this.ended = ended;
  }

  /// Lateness needs only the markers before the fact. Those of this poll are behind a cut, after
  /// which a new intake begins.
  public void fact(Fact fact, long offset) {
    ContractBook book = contracts.computeIfAbsent(fact.head().merchantId(), ledger.contracts()::of);
    drafts.add(Drafting.draft(fact, offset, ended, book));
  }

  /// What a fact did to a hold, whether it posts or not.
  public void hold(HoldFact fact, long offset) {
    holds.add(new PlacedHold(fact, offset, ended.dayOf(fact.stampedDay(), offset)));
  }

  /// Whether a marker of the day has been here before.
  public boolean knowsEndOf(LocalDate day) {
    return ended.knows(day);
  }

  /// Returns the intake of what comes behind the marker.
  public PartitionIntake dayEnded(LocalDate day, long offset, Instant at) {
    post();
    ledger.dayClose().ended(day, source, offset, at);
    return ledger.intake(source);
  }

  /// Counts, posts and releases what was gathered. May be repeated.
  public void post() {
    ledger.holds().add(source, holds);
    ledger.release().release(ledger.posting().post(drafts));
  }
}
