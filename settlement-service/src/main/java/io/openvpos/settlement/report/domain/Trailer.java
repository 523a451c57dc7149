package io.openvpos.settlement.report.domain;

import java.util.List;

/// What follows the rows: their totals, and the facts that show that they close.
public record Trailer(List<Total> totals, List<Fact> facts) {

  public Trailer {
    totals = List.copyOf(totals);
    facts = List.copyOf(facts);
  }
}
