package io.openvpos.sandbox.chaos.fault;

import java.util.Locale;

/// A fault that must come to pass.
///
/// @param target whom or, of the card network's line, how
public record PlannedFault(FaultKind kind, String target) {

  /// By what the report counts: misbehaviours of the card network each by itself.
  public String name() {
    return kind == FaultKind.NETWORK_LINE
        ? "card network: " + target.toLowerCase(Locale.ROOT).replace('_', ' ')
        : kind.words();
  }
}
