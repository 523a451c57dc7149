package io.openvpos.settlement.bankstatement;

import io.openvpos.settlement.bankstatement.domain.BankDifference;
import io.openvpos.settlement.matter.Matters;
import io.openvpos.settlement.matter.domain.Matter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where exceptions of the bank's messages are kept.
public interface BankDifferences extends Matters<BankDifference> {

  /// Which ones; null means any.
  record Query(Matter.@Nullable Status status, @Nullable String owner) {}

  /// By id.
  List<BankDifference> list(Query query, @Nullable String startingAfter, int limit);
}
