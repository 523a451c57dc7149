package io.openvpos.merchant.statement.domain;

import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.Standing;
import java.util.List;

/// A statement before its lines. `opening` plus every line gives `closing`.
///
/// @param head as it was read; what was appended since is not in the statement
/// @param totals by type, of the types that occur
/// @param entries how many lines there are
/// @param firstSeq of the lines; with `lastSeq` where they are looked for
public record Statement(
    Head head,
    Period period,
    Standing opening,
    Standing closing,
    List<TypeTotal> totals,
    long entries,
    long firstSeq,
    long lastSeq) {

  public Statement {
    totals = List.copyOf(totals);
  }

  /// Over all types.
  public Amounts total() {
    return totals.stream().map(TypeTotal::amounts).reduce(Amounts.ZERO, Amounts::plus);
  }
}
