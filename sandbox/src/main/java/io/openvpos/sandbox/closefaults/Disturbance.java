package io.openvpos.sandbox.closefaults;

import io.openvpos.sandbox.closefaults.failpoint.CloseFailpoints;
import io.openvpos.sandbox.closefaults.failpoint.Failpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What goes wrong in one close.
///
/// @param kills the failpoints at which a process is killed, one after another: each start of a
///   service is armed with its next one
/// @param runners instances of settlement-service
/// @param outage what is away meanwhile; null for nothing
public record Disturbance(
    String name, List<Failpoint> kills, int runners, @Nullable Outage outage) {

  /// A server that is away for a while, from the moment on at which the close reaches a point.
  public record Outage(Part part, Failpoint from, Duration length) {}

  /// The servers that can be away.
  public enum Part {
    BROKER,
    STORE
  }

  private static final Duration BROKER_AWAY = Duration.ofSeconds(30);
  private static final Duration STORE_AWAY = Duration.ofSeconds(10);

  public Disturbance {
    kills = List.copyOf(kills);
  }

  Optional<Outage> away() {
    return Optional.ofNullable(outage);
  }

  /// Nothing goes wrong.
  static Disturbance none() {
    return new Disturbance("undisturbed", List.of(), 1, null);
  }

  /// A process is killed there.
  public static Disturbance kill(String... failpoints) {
    List<Failpoint> kills = Stream.of(failpoints).map(CloseFailpoints::named).toList();
    return new Disturbance("kill -9 at " + String.join(", ", failpoints), kills, 1, null);
  }

  /// Every failpoint by itself, two runners with and without a kill, and both servers away at
  /// several points.
  public static List<Disturbance> all() {
    List<Disturbance> all = new ArrayList<>();
    CloseFailpoints.all().forEach(point -> all.add(kill(point.name())));
    all.add(new Disturbance("two runners", List.of(), 2, null));
    for (String at : List.of("cut.batch-stored", "pay.head-stored", "certify.first-stored")) {
      List<Failpoint> kill = List.of(CloseFailpoints.named(at));
      all.add(new Disturbance("two runners, one killed at " + at, kill, 2, null));
    }
    for (String from : List.of("cut.batch", "pay.head", "finish")) {
      all.add(outage("broker", Part.BROKER, from, BROKER_AWAY));
      all.add(outage("store", Part.STORE, from, STORE_AWAY));
    }
    return all;
  }

  private static Disturbance outage(String what, Part part, String from, Duration length) {
    return new Disturbance(
        "%s away %d s from %s".formatted(what, length.toSeconds(), from),
        List.of(),
        1,
        new Outage(part, CloseFailpoints.named(from), length));
  }
}
