package io.openvpos.fraud.cases;

import io.openvpos.fraud.cases.domain.ReviewCase;
import io.openvpos.fraud.cases.domain.ReviewCase.Conclusion;
import io.openvpos.fraud.labels.Label;
import io.openvpos.fraud.labels.Labels;
import io.openvpos.fraud.lists.ListDesk;
import io.openvpos.fraud.lists.domain.ListEntity;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.fraud.lists.domain.ListPurpose;
import io.openvpos.fraud.lists.domain.ListValue;
import io.openvpos.fraud.rules.judging.ListFindings;

/// Carries conclusions out: a label, and entries on block lists. All of it can be repeated, so that
/// a crash in between loses nothing.
public final class Conclusions {

  private static final String SOURCE = "case";
  private static final int AT_ONCE = 200;

  private final Cases cases;
  private final Labels labels;
  private final ListDesk lists;

  public Conclusions(Cases cases, Labels labels, ListDesk lists) {
    this.cases = cases;
    this.labels = labels;
    this.lists = lists;
  }

  /// Carries out what a crash left behind.
  public void sweep() {
    cases.unfinished(AT_ONCE).forEach(this::carryOut);
  }

  void carryOut(ReviewCase closed) {
    Conclusion found = closed.conclusion();
    if (found == null) {
      throw new IllegalStateException(closed.id() + " is not concluded");
    }
    labels.add(
        new Label(
            SOURCE + ":" + closed.id(),
            closed.id(),
            closed.payment().cardFingerprint(),
            found.fraud(),
            SOURCE,
            found.note(),
            found.at(),
            found.by()));
    for (ListEntity entity : found.block()) {
      String value = ListFindings.value(entity, closed.payment());
      if (!value.isEmpty()) {
        lists.addOnce(
            new ListDesk.Wish(
                ListName.of(ListPurpose.BLOCK, entity),
                ListValue.canonical(entity, value).orElse(value),
                closed.payment().mode(),
                SOURCE + " " + closed.id(),
                SOURCE,
                null),
            found.by());
      }
    }
    cases.finished(closed.id());
  }
}
