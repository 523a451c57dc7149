package io.openvpos.settlement.businessday.domain;

import io.openvpos.settlement.batch.domain.DayTotal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One record for each day, written after the sequence: every write sets what the sequence or the
/// day's lines determine, so repeating any of them in any order gives the same record.
public interface DayLog {

  void opened(LocalDate day, Instant scheduledCutOff);

  void closing(LocalDate day, Instant cutOffAt, DayTerms terms);

  /// All batches of the day are stored.
  void cut(LocalDate day, int batches);

  /// All payouts of the day's close are stored.
  void paid(LocalDate day, int payouts, List<DayTotal> totals);

  void closed(LocalDate day, Instant closedAt, String digest);

  Optional<BusinessDay> find(LocalDate day);

  /// Newest first, at most `limit`, only days before `before` if given.
  List<BusinessDay> list(Optional<LocalDate> before, int limit);
}
