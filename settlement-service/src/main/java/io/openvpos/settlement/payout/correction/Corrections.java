package io.openvpos.settlement.payout.correction;

import java.util.List;
import java.util.Optional;

/// Where corrections are kept, each under the id of the payout of its close.
public interface Corrections {

  Optional<Correction> find(String id);

  /// False if somebody else changed it since it was read; nothing is stored then.
  boolean save(Correction changed);

  /// Those approved for which nobody has yet seen to the payout on its way.
  List<Correction> toApply();

  /// It was seen to. Of another version nothing is changed: somebody has approved again.
  void applied(Correction seen);
}
