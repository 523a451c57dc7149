package io.openvpos.fraud.rules.code;

import java.util.Locale;

/// What kind of value an expression has.
public enum ValueType {
  BOOL,
  /// 64 bits; where a double stands on the other side, it is taken for one.
  INT,
  DOUBLE,
  STRING;

  /// As CEL calls it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
