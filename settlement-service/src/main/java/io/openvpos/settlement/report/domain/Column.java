package io.openvpos.settlement.report.domain;

/// A column of a report. Its key is the name that programs read it by and never changes; people
/// read its label.
///
/// @param key lower case, words joined by underscores
/// @param kind of its cells, where they are not empty
public record Column(String key, Kind kind) {

  /// What the cells of a column are.
  public enum Kind {
    TEXT,
    WHOLE,
    AMOUNT,
    DAY,
    MOMENT
  }

  public boolean isNumber() {
    return kind == Kind.WHOLE || kind == Kind.AMOUNT;
  }
}
