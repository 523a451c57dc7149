package io.openvpos.settlement.reconciliation;

import io.openvpos.settlement.matter.Matters;
import io.openvpos.settlement.matter.domain.Matter;
import io.openvpos.settlement.reconciliation.domain.Discrepancy;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where exceptions are kept.
public interface Discrepancies extends Matters<Discrepancy> {

  /// Which to list; null means any.
  record Query(Matter.@Nullable Status status, @Nullable String owner, @Nullable LocalDate day) {}

  /// In the order of their ids, after `startingAfter` if given.
  List<Discrepancy> list(Query query, @Nullable String startingAfter, int limit);
}
