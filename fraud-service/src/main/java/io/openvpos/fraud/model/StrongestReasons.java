package io.openvpos.fraud.model;

import io.openvpos.fraud.features.ReasonCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Picks the reasons to be told from what each did for a score.
public final class StrongestReasons {

  private static final int MOST = 3;
  private static final ReasonCode[] CODES = ReasonCode.values();

  private StrongestReasons() {}

  /// Those that spoke for fraud, the strongest first, at most three.
  ///
  /// @param byReason contributions to the log-odds, by [ReasonCode#place]
  public static List<ReasonCode> of(double[] byReason) {
    List<ReasonCode> speaking = new ArrayList<>();
    for (ReasonCode code : CODES) {
      if (byReason[code.place()] > 0) {
        speaking.add(code);
      }
    }
    speaking.sort(Comparator.comparingDouble((ReasonCode code) -> -byReason[code.place()]));
    return List.copyOf(speaking.subList(0, Math.min(MOST, speaking.size())));
  }
}
