package io.openvpos.sandbox.verify;

/// What was found of one invariant.
///
/// @param invariant its number in docs/invariants.md
/// @param name what must hold, in a few words
/// @param detail how much was checked, or the first things found wrong
public record Verdict(int invariant, String name, boolean ok, String detail) {

  @Override
  public String toString() {
    return "%2d  %-58s %-4s %s".formatted(invariant, name, ok ? "ok" : "FAIL", detail);
  }
}
