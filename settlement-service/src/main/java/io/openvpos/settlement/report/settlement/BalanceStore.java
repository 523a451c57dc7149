package io.openvpos.settlement.report.settlement;

import io.openvpos.settlement.batch.domain.Head;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a head's closed days brought and paid.
public interface BalanceStore {

  /// The newest closing kept of a day before this one.
  Optional<Kept> newestBefore(Head head, LocalDate day);

  /// Keeps a closing; one that is kept already stays.
  void keep(Head head, Kept closing);

  /// The net of its batches of days after `after`, if given, and before `before`.
  long net(Head head, @Nullable LocalDate after, LocalDate before);

  /// The payouts of the closes of those days.
  long paid(Head head, @Nullable LocalDate after, LocalDate before);

  /// What conversions of those days brought less what they took.
  default long converted(Head head, @Nullable LocalDate after, LocalDate before) {
    return 0;
  }

  /// What was owed at the end of a day.
  record Kept(LocalDate day, long closing) {}
}
