package io.openvpos.sandbox.bench.assess;

import io.openvpos.fraud.FraudApplication;
import io.openvpos.sandbox.bench.ServerProcesses;
import io.openvpos.sandbox.bench.ServerProcesses.Machine;
import io.openvpos.sandbox.chaos.process.Child;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.process.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// One fraud-service on servers of its own, each in a JVM of its own: a stop of one collector stops
/// nobody else, and what each costs is told apart.
final class Arrangement implements AutoCloseable {

  /// None of these may stop. Where a JDK lacks the store's collector, it takes its own choice.
  private static final Machine BROKER = new Machine(768, List.of("-XX:+UseZGC"));

  /// It collects when a tenth is left, and not because a sweep of the dashboard asks for much at
  /// once.
  private static final Machine STORE =
      new Machine(
          6144,
          List.of(
              "-XX:+IgnoreUnrecognizedVMOptions",
              "-XX:+UseShenandoahGC",
              "-XX:ShenandoahGCHeuristics=static"));

  /// The collector begins early enough that nobody waits for room, and not for want of other work.
  private static final Machine SERVICE =
      new Machine(4096, List.of("-XX:+UseZGC", "-XX:SoftMaxHeapSize=3400m", "-XX:-ZProactive"));

  private static final Machine REGISTRY = new Machine(64, Child.FRUGAL);

  private final ServerProcesses servers;
  private final Child service;

  private Arrangement(ServerProcesses servers, Child service) {
    this.servers = servers;
    this.service = service;
  }

  /// All of it serves when it returns.
  static Arrangement start(Path data) {
    ServerProcesses servers = ServerProcesses.start(data, BROKER, STORE, REGISTRY);
    int port = FreePorts.take();
    Child service =
        new Child(
            new Child.Spec(
                "fraud",
                FraudApplication.class,
                SERVICE.heapMebibytes(),
                SERVICE.options(),
                arguments(servers, port, data),
                () -> true),
            data.resolve("logs"));
    Arrangement parts = new Arrangement(servers, service);
    service.start();
    try {
      Api.awaitReady("http://127.0.0.1:" + port);
    } catch (IllegalStateException e) {
      parts.close();
      throw e;
    }
    return parts;
  }

  private static List<String> arguments(ServerProcesses servers, int port, Path data) {
    return List.of(
        "--server.port=" + port,
        "--server.address=127.0.0.1",
        "--vpos.kafka.bootstrap-servers=" + servers.bootstrapServers(),
        "--vpos.kafka.single-broker=true",
        "--vpos.kafka.registry-url=" + servers.registryUrl(),
        "--vpos.mongo.uri=" + servers.mongoUri(),
        "--vpos.mongo.database=fraud",
        "--vpos.access.jwks-uri=http://127.0.0.1:1/jwks.json",
        "--vpos.pages.enabled=false",
        "--vpos.fraud.snapshots.folder=" + data.resolve("snapshots"));
  }

  ServerProcesses servers() {
    return servers;
  }

  /// Processor time of fraud-service since it was started.
  Duration ofService() {
    return service.processorTime();
  }

  @Override
  public void close() {
    service.kill();
    servers.close();
  }
}
