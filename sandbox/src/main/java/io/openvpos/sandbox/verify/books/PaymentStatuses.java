package io.openvpos.sandbox.verify.books;

import java.util.Map;
import java.util.Set;

/// The statuses of a payment as merchants read them, and what each may become.
public final class PaymentStatuses {

  private static final Map<String, Set<String>> LATER =
      Map.of(
          "processing", Set.of("processing", "reversed"),
          "requires_action",
              Set.of(
                  "requires_action",
                  "processing",
                  "authorized",
                  "captured",
                  "voided",
                  "declined",
                  "expired",
                  "reversed"),
          "authorized", Set.of("authorized", "captured", "voided", "expired"),
          "captured", Set.of("captured", "voided"),
          "voided", Set.of("voided"),
          "declined", Set.of("declined"),
          "expired", Set.of("expired"),
          "reversed", Set.of("reversed"));

  private PaymentStatuses() {}

  /// Whether a payment told to be in one status may be in the other afterwards.
  public static boolean mayBecome(String told, String now) {
    return LATER.getOrDefault(told, Set.of()).contains(now);
  }
}
