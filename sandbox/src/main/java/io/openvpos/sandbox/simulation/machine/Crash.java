package io.openvpos.sandbox.simulation.machine;

/// A process that has stopped where it stands. An error, so that nothing in the platform goes on
/// behind it; whatever its threads still call throws it again.
final class Crash extends Error {

  private static final long serialVersionUID = 1L;

  Crash(String process) {
    super(process, null, false, false);
  }
}
