package io.openvpos.fraud.dashboard;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.Assessments;
import io.openvpos.fraud.dashboard.domain.Counts;
import io.openvpos.fraud.labels.Labels;
import io.openvpos.fraud.rules.judging.Ruling;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.money.Mode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How right scoring was, of the payments that something is known of: one pass over the labels, of
/// which there are few, never over the assessments.
final class QualityCounter {

  static final String KNOWN = "known|";
  static final String RULE = "rule|";

  private final Assessments assessments;
  private final Labels labels;
  private final CountStore store;

  QualityCounter(Assessments assessments, Labels labels, CountStore store) {
    this.assessments = assessments;
    this.labels = labels;
    this.store = store;
  }

  void count() {
    Map<Mode, Counts> byMode = new EnumMap<>(Mode.class);
    labels.verdicts((payment, fraud) -> {
      List<Assessment> found = assessments.ofPayment(payment);
      if (!found.isEmpty()) {
        Assessment judged = found.getLast();
        count(judged, fraud, byMode.computeIfAbsent(judged.mode(), _ -> new Counts()));
      }
    });
    byMode.forEach(store::keepQuality);
  }

  private static void count(Assessment judged, boolean fraud, Counts counts) {
    String known = fraud ? "fraud" : "good";
    boolean flagged = judged.score().decision() != Decision.APPROVE;
    counts.count(KNOWN + known + (flagged ? "|flagged" : "|passed"));
    Ruling ruling = judged.ruling();
    if (ruling == null) {
      return;
    }
    ruling.lists().forEach(list -> counts.count(RULE + "0|" + list + "|" + known));
    Ruling.BySet live = ruling.live();
    if (live != null) {
      live.hits().forEach(code -> counts.count(RULE + live.version() + "|" + code + "|" + known));
    }
  }
}
