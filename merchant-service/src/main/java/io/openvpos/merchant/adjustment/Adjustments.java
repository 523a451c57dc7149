package io.openvpos.merchant.adjustment;

import io.openvpos.merchant.adjustment.domain.Adjustment;
import io.openvpos.merchant.adjustment.domain.AdjustmentStatus;
import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.money.Mode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The adjustments as stored, one document each with its event and the audit record of the act.
public interface Adjustments {

  /// False if the id is taken.
  boolean insert(Adjustment pending, Action action);

  Optional<Adjustment> find(String id);

  /// Compare-and-set from the version before; an approved one is told by the same write. False if
  /// another decision was faster.
  boolean save(Adjustment decided, Action action);

  /// Which ones a page is of.
  ///
  /// @param status null for any
  record Query(String merchantId, List<Mode> modes, @Nullable AdjustmentStatus status) {
    public Query {
      modes = List.copyOf(modes);
    }
  }

  /// At most `limit`, newest first by when they were asked for, then by id.
  ///
  /// @param after the last one of the page before
  List<Adjustment> page(Query query, @Nullable Adjustment after, int limit);
}
