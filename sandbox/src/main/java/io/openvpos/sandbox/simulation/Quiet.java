package io.openvpos.sandbox.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/// A run provokes thousands of warnings that are none.
final class Quiet {

  private Quiet() {}

  /// The services say nothing from here on.
  static void services() {
    if (LoggerFactory.getLogger("io.openvpos") instanceof Logger logger) {
      logger.setLevel(Level.OFF);
    }
  }
}
