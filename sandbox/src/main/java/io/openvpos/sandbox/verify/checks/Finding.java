package io.openvpos.sandbox.verify.checks;

/// What was found of one invariant.
///
/// @param detail how much was checked, or the first faults
public record Finding(int invariant, String name, boolean ok, String detail) {}
