package io.openvpos.settlement.batch.domain;

import java.time.LocalDate;
import java.util.List;

/// Looks up lines of facts that came after their own day had ended.
public interface CarriedLines {

  /// Posted under `day`, of an earlier day; by day, head and number.
  List<Line> into(LocalDate day);

  /// Of `day`, posted under a later one; by day, head and number.
  List<Line> outOf(LocalDate day);
}
