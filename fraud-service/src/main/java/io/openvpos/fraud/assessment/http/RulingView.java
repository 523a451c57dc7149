package io.openvpos.fraud.assessment.http;

import io.openvpos.fraud.rules.judging.Ruling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What lists and versions of the rules made of a payment.
///
/// @param scoreBefore by built-in rules and model
/// @param lists allow and block lists it was on
/// @param live null where no version was in force
/// @param shadow what the version in shadow would have decided
record RulingView(
    String decisionBefore,
    int scoreBefore,
    List<String> lists,
    @Nullable BySet live,
    @Nullable BySet shadow) {

  /// @param version id of the rule set
  /// @param hits codes of the rules that matched
  record BySet(String version, List<String> hits, String decision, int score) {}

  static @Nullable RulingView of(@Nullable Ruling ruling) {
    return ruling == null
        ? null
        : new RulingView(
            ruling.before().decision().code(),
            ruling.before().score(),
            ruling.lists(),
            of(ruling.live()),
            of(ruling.shadow()));
  }

  private static @Nullable BySet of(Ruling.@Nullable BySet set) {
    return set == null
        ? null
        : new BySet(String.valueOf(set.version()), set.hits(), set.decision().code(), set.score());
  }
}
