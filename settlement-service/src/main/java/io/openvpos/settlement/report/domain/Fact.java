package io.openvpos.settlement.report.domain;

import java.util.List;

/// Something that a report says once, beside its rows.
///
/// @param key what it is; several facts may have the same
public record Fact(String key, List<Field> fields) {

  /// One value of it.
  public record Field(String key, Cell cell) {}

  public Fact {
    fields = List.copyOf(fields);
  }

  /// A fact of one value.
  public static Fact of(String key, Cell value) {
    return new Fact(key, List.of(new Field("value", value)));
  }
}
