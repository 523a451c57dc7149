package io.openvpos.settlement.report.day;

import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineType;
import java.util.Comparator;
import java.util.Objects;

/// What lines are alike in, for every report of a day.
///
/// @param scheme empty for an adjustment
/// @param cardClass empty where the ledger did not tell it
record DayGroup(Head head, String scheme, String cardClass, int installments, LineType type)
    implements Comparable<DayGroup> {

  private static final Comparator<DayGroup> ORDER =
      Comparator.comparing((DayGroup group) -> group.head().mode().code())
          .thenComparing(group -> group.head().currency())
          .thenComparing(DayGroup::scheme)
          .thenComparing(DayGroup::cardClass)
          .thenComparing(group -> group.head().merchantId())
          .thenComparingInt(DayGroup::installments)
          .thenComparing(DayGroup::type);

  static DayGroup of(Line line) {
    return new DayGroup(
        line.head(),
        line.detail().cardBrand(),
        Objects.requireNonNullElse(line.detail().cardClass(), ""),
        line.detail().installments(),
        line.type());
  }

  @Override
  public int compareTo(DayGroup other) {
    return ORDER.compare(this, other);
  }
}
