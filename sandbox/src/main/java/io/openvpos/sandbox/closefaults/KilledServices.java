package io.openvpos.sandbox.closefaults;

import io.openvpos.sandbox.chaos.process.Child;
import io.openvpos.sandbox.closefaults.failpoint.Failpoint;
import io.openvpos.sandbox.closefaults.failpoint.FailpointConfiguration;
import io.openvpos.sandbox.platform.Service;
import io.openvpos.sandbox.platform.ServiceStart;
import io.openvpos.sandbox.process.FreePorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// The services of one close. One that is to be killed or held runs in a process of its own and is
/// started again as often as it ends, as whatever runs containers does; the others run in this one.
final class KilledServices implements ServiceStart {

  private static final int HEAP = 256;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Disturbance disturbance;
  private final Path folder;

  /// @param folder for marks and logs
  KilledServices(Disturbance disturbance, Path folder) {
    this.disturbance = disturbance;
    this.folder = folder;
  }

  /// The failpoints of the disturbance that were reached.
  boolean allReached() {
    return points().stream().allMatch(point -> Files.exists(reached(point)));
  }

  /// Written when the close is held at a failpoint; the close goes on once it is gone.
  Path held(Failpoint point) {
    return folder.resolve(point.name() + ".held");
  }

  private Path reached(Failpoint point) {
    return folder.resolve(point.name() + ".reached");
  }

  private List<Failpoint> points() {
    return disturbance.kills();
  }

  @Override
  public Running start(Service service, String... arguments) {
    List<Failpoint> own = points().stream().filter(point -> point.service() == service).toList();
    boolean held =
        disturbance.away().map(outage -> outage.from().service() == service).orElse(false);
    boolean second = service == Service.SETTLEMENT && disturbance.runners() > 1;
    if (own.isEmpty() && !held && !second) {
      return IN_THIS_PROCESS.start(service, arguments);
    }
    Restarted first = new Restarted(lives(service, own, arguments));
    if (!second) {
      return first::close;
    }
    String[] others = arguments.clone();
    others[0] = "--server.port=" + FreePorts.take();
    Running another = IN_THIS_PROCESS.start(service, others);
    return () -> {
      another.close();
      first.close();
    };
  }

  /// One child for each failpoint and one to live on.
  private List<Child> lives(Service service, List<Failpoint> kills, String... arguments) {
    List<Child> lives = new ArrayList<>();
    kills.forEach(point ->
        lives.add(
            child(service, arguments, FailpointConfiguration.arguments(point, reached(point)))));
    disturbance
        .away()
        .filter(outage -> outage.from().service() == service)
        .ifPresent(outage ->
            lives.add(
                child(
                    service,
                    arguments,
                    FailpointConfiguration.holding(outage.from(), held(outage.from())))));
    if (lives.size() == kills.size()) {
      lives.add(child(service, arguments));
    }
    return lives;
  }

  private Child child(Service service, String[] arguments, String... more) {
    List<String> all = Stream.of(arguments, more).flatMap(Stream::of).toList();
    String name = service.name().toLowerCase(Locale.ROOT);
    return new Child(new Child.Spec(name, service.main(), HEAP, all, () -> true), folder);
  }

  /// Starts the next child whenever one has ended; the last one again and again.
  private static final class Restarted {

    private final List<Child> lives;
    private final Thread watch;
    private volatile boolean closed;

    Restarted(List<Child> lives) {
      this.lives = lives;
      watch = Thread.ofPlatform().name("restarts").daemon().start(this::watch);
    }

    private void watch() {
      Child living = lives.getFirst();
      living.start();
      for (int next = 1; !closed; pause()) {
        if (!living.isAlive()) {
          living = lives.get(Math.min(next++, lives.size() - 1));
          living.start();
        }
      }
      living.kill();
    }

    void close() {
      closed = true;
      try {
        watch.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void pause() {
    LockSupport.parkNanos(LOOK_AGAIN.toNanos());
  }
}
