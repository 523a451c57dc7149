package io.openvpos.fraud.rules.syntax;

import java.util.List;

/// Why a rule's text is refused.
///
/// @param code stable; `field.<code>` is its text's key
/// @param arguments what the text names beside line and column
public record Fault(Place place, String code, List<Object> arguments) {

  public Fault {
    arguments = List.copyOf(arguments);
  }
}
