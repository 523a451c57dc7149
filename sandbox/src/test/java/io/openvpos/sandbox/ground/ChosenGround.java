package io.openvpos.sandbox.ground;

import io.openvpos.sandbox.platform.EmbeddedServers;
import io.openvpos.sandbox.platform.Servers;
import java.nio.file.Path;
import java.util.Optional;

/// The ground of this run, chosen once: containers where an engine answers and has their images,
/// the embedded servers elsewhere. `-Dground=containers` or `-Dground=embedded` asks for one of the
/// two; containers that were asked for and cannot be had are an [IllegalStateException].
public final class ChosenGround {

  private static final String CONTAINERS = "containers";
  private static final String EMBEDDED = "embedded";
  private static final String AUTO = "auto";

  /// In a holder of its own, so that the engine is looked for when a suite first asks.
  private static final class Holder {
    private static final ChosenGround CHOSEN = choose(System.getProperty("ground", AUTO));
  }

  private final String name;
  private final Servers.Start start;

  private ChosenGround(String name, Servers.Start start) {
    this.name = name;
    this.start = start;
  }

  /// Starts a broker, a store and a registry that nobody used before, on the ground of this run.
  public static Servers start(Path data) {
    return Holder.CHOSEN.start.with(data);
  }

  /// What suites run on, and why.
  static String name() {
    return Holder.CHOSEN.name;
  }

  private static ChosenGround choose(String asked) {
    return switch (asked) {
      case EMBEDDED -> embedded("asked for");
      case AUTO ->
          Engine.whyNot(ContainerServers.IMAGES)
              .map(ChosenGround::embedded)
              .orElseGet(ChosenGround::containers);
      case CONTAINERS -> {
        Optional<String> missing = Engine.whyNot(ContainerServers.IMAGES);
        if (missing.isPresent()) {
          throw new IllegalStateException("-Dground=containers, but " + missing.get());
        }
        yield containers();
      }
      default ->
          throw new IllegalArgumentException(
              "-Dground=" + asked + " is none of auto, containers, embedded");
    };
  }

  private static ChosenGround embedded(String why) {
    return new ChosenGround(EMBEDDED + " (" + why + ")", EmbeddedServers::start);
  }

  private static ChosenGround containers() {
    return new ChosenGround(
        CONTAINERS + " (" + String.join(", ", ContainerServers.IMAGES) + ")",
        data -> ContainerServers.start());
  }
}
