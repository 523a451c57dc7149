package io.openvpos.sandbox.chaos;

import java.nio.file.Path;
import java.time.Duration;

/// How a run is to be.
///
/// @param length of the part with faults; more if they need more
/// @param seed of the faults, their targets, and of everything that the shops draw
/// @param atLeast faults
/// @param rate visits a second, each of one to six requests
/// @param data the folder of all data, wiped first
public record ChaosPlan(Duration length, long seed, int atLeast, int rate, Path data) {

  double minutes() {
    return length.toMillis() / 60e3;
  }
}
