package io.openvpos.settlement.batch.domain;

import io.openvpos.settlement.batch.domain.Line.Source;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// The ledger's word that every entry of the day caused by this source partition stands before it.
///
/// @param totals of those entries, by mode and currency, without zeroes
public record LedgerMark(LocalDate day, Source source, List<SourceTotal> totals) {

  public LedgerMark {
    totals =
        totals.stream()
            .filter(total -> total.entries() != 0 || total.debits() != 0)
            .sorted(Comparator.comparing(SourceTotal::mode).thenComparing(SourceTotal::currency))
            .toList();
  }

  /// `day|topic|partition`: the first mark of a day and source counts.
  public String id() {
    return id(day, source);
  }

  public static String id(LocalDate day, Source source) {
    return day + "|" + source.topic() + "|" + source.partition();
  }
}
