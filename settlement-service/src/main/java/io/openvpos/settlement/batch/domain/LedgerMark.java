package io.openvpos.settlement.batch.domain;

import io.openvpos.settlement.batch.domain.Line.Source;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The ledger's word that every entry of the day caused by this source partition stands before it.
///
/// @param totals of those entries, by mode and currency, without zeroes
/// @param holds of all facts of the day; empty if the ledger did not count every one
public record LedgerMark(
    LocalDate day, Source source, List<SourceTotal> totals, Optional<List<SourceHolds>> holds) {

  public LedgerMark {
    totals =
        totals.stream()
            .filter(total -> total.entries() != 0 || total.debits() != 0)
            .sorted(Comparator.comparing(SourceTotal::mode).thenComparing(SourceTotal::currency))
            .toList();
    holds =
        holds.map(all ->
            all.stream()
                .sorted(
                    Comparator.comparing(SourceHolds::mode).thenComparing(SourceHolds::currency))
                .toList());
  }

  /// Whether a mark told again says the same. Holds that only one of the two tells do not differ:
  /// the ledger may have begun to count them in between, and the first mark counts.
  public boolean agreesWith(LedgerMark other) {
    boolean sameHolds = holds.isEmpty() || other.holds.isEmpty() || holds.equals(other.holds);
    return id().equals(other.id()) && totals.equals(other.totals) && sameHolds;
  }

  /// `day|topic|partition`: the first mark of a day and source counts.
  public String id() {
    return id(day, source);
  }

  public static String id(LocalDate day, Source source) {
    return day + "|" + source.topic() + "|" + source.partition();
  }
}
