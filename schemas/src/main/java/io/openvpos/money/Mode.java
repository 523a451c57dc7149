package io.openvpos.money;

import java.util.Locale;
import java.util.Optional;

/// Whether money is real. Part of every money identity: test money never meets live money in a
/// balance, a file or a payout.
public enum Mode {
  TEST,
  LIVE;

  /// As ids, JSON and API keys write it: `test` or `live`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The mode of a code; anything else is an [IllegalArgumentException].
  public static Mode of(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("not a mode: " + code));
  }

  /// The mode of a code that may be none.
  public static Optional<Mode> find(String code) {
    return switch (code) {
      case "test" -> Optional.of(TEST);
      case "live" -> Optional.of(LIVE);
      default -> Optional.empty();
    };
  }
}
