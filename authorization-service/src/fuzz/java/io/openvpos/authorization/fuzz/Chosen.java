package io.openvpos.authorization.fuzz;

import io.openvpos.authorization.fakes.Fuzz.Target;

/// The one target of this process, as Jazzer wants it.
public final class Chosen {

  static final String CHOICE = "fuzz.target";

  private static final Target TARGET = Targets.named(System.getProperty(CHOICE, ""));

  private Chosen() {}

  public static void fuzzerTestOneInput(byte[] input) {
    TARGET.feed(input);
  }
}
