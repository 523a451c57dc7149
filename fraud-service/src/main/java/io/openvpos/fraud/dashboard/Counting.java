package io.openvpos.fraud.dashboard;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.dashboard.domain.Counts;
import io.openvpos.fraud.dashboard.domain.Drift;
import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.fraud.rules.judging.Ruling;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.ModelScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of an assessment is counted, and under which names.
final class Counting {

  /// Scores are shown in bins of so many points.
  static final int BIN_OF_SCORES = 5;

  static final String DECISION = "decision|";
  static final String SCORE = "score|";
  static final String REASON = "reason|";
  static final String RULE = "rule|";
  static final String SHADOW = "shadow|";
  static final String FEATURE = "feature|";

  /// By feature's slot and bin. Made once: every feature of every assessment is counted.
  private static final List<List<String>> FEATURE_BINS =
      FeatureSchema.all().stream()
          .map(feature ->
              Drift.bins().stream().map(bin -> FEATURE + feature.code() + "|" + bin).toList())
          .toList();

  private Counting() {}

  static void count(Assessment assessment, Counts counts) {
    Decision decision = assessment.score().decision();
    counts.count(DECISION + decision.code());
    int bin = Math.min(assessment.score().score(), 99) / BIN_OF_SCORES * BIN_OF_SCORES;
    counts.count(SCORE + "%02d".formatted(bin));
    Ruling ruling = assessment.ruling();
    if (ruling != null) {
      ruling.lists().forEach(list -> counts.count(RULE + "0|" + list));
      rules(ruling.live(), counts);
      Ruling.BySet shadow = ruling.shadow();
      if (shadow != null) {
        counts.count(
            "%s%d|%s|%s"
                .formatted(SHADOW, shadow.version(), decision.code(), shadow.decision().code()));
      }
    }
    features(assessment.model(), counts);
  }

  private static void rules(Ruling.@Nullable BySet live, Counts counts) {
    if (live != null) {
      live.hits().forEach(code -> counts.count(RULE + live.version() + "|" + code));
    }
  }

  /// Vectors of another schema are left out.
  private static void features(@Nullable ModelScore model, Counts counts) {
    if (model == null || !model.schema().equals(FeatureSchema.hash())) {
      return;
    }
    for (int slot = 0; slot < FeatureSchema.size(); slot++) {
      counts.count(FEATURE_BINS.get(slot).get(Drift.bin(model.features().get(slot))));
    }
  }
}
