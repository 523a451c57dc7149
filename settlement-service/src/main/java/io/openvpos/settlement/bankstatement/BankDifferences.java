package io.openvpos.settlement.bankstatement;

import io.openvpos.settlement.bankstatement.domain.BankDifference;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where exceptions of the bank's messages are kept.
public interface BankDifferences {

  /// Which ones; null means any.
  record Query(BankDifference.@Nullable Status status, @Nullable String owner) {}

  /// Keeps a new one unless it is kept.
  void open(BankDifference found);

  /// False if somebody else changed it since it was read; nothing is stored then.
  boolean save(BankDifference changed);

  Optional<BankDifference> find(String id);

  /// By id.
  List<BankDifference> list(Query query, @Nullable String startingAfter, int limit);
}
