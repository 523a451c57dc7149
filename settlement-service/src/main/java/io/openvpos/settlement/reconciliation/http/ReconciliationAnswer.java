package io.openvpos.settlement.reconciliation.http;

import io.openvpos.settlement.reconciliation.domain.MatchClass;
import io.openvpos.settlement.reconciliation.domain.Reconciliation;
import io.openvpos.settlement.reconciliation.domain.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// What became of a day's clearing file, as JSON. Amounts are minor units.
///
/// @param totals both sides whole
/// @param classes how their items stand to each other; together they are the totals
record ReconciliationAnswer(
    LocalDate date,
    String mode,
    String fileId,
    String digest,
    long records,
    long chargebackRecords,
    long exceptions,
    boolean closes,
    List<Row> totals,
    List<Row> classes,
    Instant reconciledAt) {

  /// Counts and sums.
  record Row(
      String match,
      String type,
      String currency,
      long ourCount,
      long ours,
      long theirCount,
      long theirs) {

    static Row of(Tally.Row row) {
      MatchClass match = row.match();
      return new Row(
          match == null ? "all" : match.code(),
          row.type().name().toLowerCase(Locale.ROOT),
          row.currency(),
          row.ourCount(),
          row.ours(),
          row.theirCount(),
          row.theirs());
    }
  }

  static ReconciliationAnswer of(Reconciliation one) {
    return new ReconciliationAnswer(
        one.day(),
        one.mode().code(),
        one.fileId(),
        one.digest(),
        one.records(),
        one.claims(),
        one.exceptions(),
        Tally.closes(one.rows()),
        one.rows().stream().filter(row -> row.match() == null).map(Row::of).toList(),
        one.rows().stream().filter(row -> row.match() != null).map(Row::of).toList(),
        one.at());
  }
}
