package io.openvpos.settlement.reconciliation;

import io.openvpos.settlement.reconciliation.domain.Discrepancy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where exceptions are kept.
public interface Discrepancies {

  /// Which to list; null means any.
  record Query(
      Discrepancy.@Nullable Status status, @Nullable String owner, @Nullable LocalDate day) {}

  /// One that is there already stays as it is.
  void open(Discrepancy found);

  /// False if somebody else has changed it meanwhile.
  boolean save(Discrepancy changed);

  Optional<Discrepancy> find(String id);

  /// In the order of their ids, after `startingAfter` if given.
  List<Discrepancy> list(Query query, @Nullable String startingAfter, int limit);
}
