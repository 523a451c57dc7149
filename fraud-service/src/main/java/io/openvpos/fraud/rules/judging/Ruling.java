package io.openvpos.fraud.rules.judging;

import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.RiskScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What lists and rules made of one payment.
///
/// @param before what built-in rules and the model had judged
/// @param after the score that counts
/// @param lists codes of the block and allow lists it was on
/// @param live null where no version was in force
/// @param shadow what the version in shadow would have made of it; it changes nothing
public record Ruling(
    RiskScore before,
    RiskScore after,
    List<String> lists,
    @Nullable BySet live,
    @Nullable BySet shadow) {

  public Ruling {
    lists = List.copyOf(lists);
  }

  /// What one version made of it.
  ///
  /// @param version of the set
  /// @param hits codes of the rules that matched
  public record BySet(int version, List<String> hits, Decision decision, int score) {

    public BySet {
      hits = List.copyOf(hits);
    }
  }
}
