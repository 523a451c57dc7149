package io.openvpos.sandbox.bench.assess;

import io.openvpos.fraud.FraudApplication;
import io.openvpos.sandbox.bench.Machine;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.platform.DataFolder;
import io.openvpos.sandbox.platform.EmbeddedServers;
import io.openvpos.sandbox.platform.Servers;
import io.openvpos.sandbox.process.FreePorts;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Questions at a fixed rate to a fraud-service of its own, over a broker and a store of its own,
/// all in this JVM. Open loop: a question is due whatever became of those before, and its latency
/// runs from when it was due to when its answer was read. An answer is stored before it is sent.
public final class AssessBench {

  private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

  private final AssessPlan plan;
  private final PrintStream out;

  public AssessBench(AssessPlan plan, PrintStream out) {
    this.plan = plan;
    this.out = out;
  }

  /// Measures and prints; true if every question was answered.
  public boolean run() {
    out.printf(Locale.ROOT, "machine     %s%n", Machine.here());
    out.printf(Locale.ROOT, "plan        %s%n", plan);
    new DataFolder(plan.data()).open(true);
    System.setProperty("sandbox.logs", plan.data().resolve("logs").toString());
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    int port = FreePorts.take();
    try (Servers servers = EmbeddedServers.start(plan.data());
        ConfigurableApplicationContext _ = FraudApplication.start(arguments(servers, port))) {
      Api.awaitReady("http://127.0.0.1:" + port);
      return measure(servers);
    }
  }

  private String[] arguments(Servers servers, int port) {
    return new String[] {
      "--server.port=" + port,
      "--server.address=127.0.0.1",
      "--vpos.kafka.bootstrap-servers=" + servers.bootstrapServers(),
      "--vpos.kafka.single-broker=true",
      "--vpos.kafka.registry-url=" + servers.registryUrl(),
      "--vpos.mongo.uri=" + servers.mongoUri(),
      "--vpos.mongo.database=fraud",
      "--vpos.access.jwks-uri=http://127.0.0.1:1/jwks.json",
      "--vpos.pages.enabled=false",
      "--vpos.fraud.snapshots.folder=" + plan.data().resolve("snapshots"),
    };
  }

  private boolean measure(Servers servers) {
    int warmUp = Math.toIntExact(plan.warmUp().toSeconds() * plan.rate());
    int all = warmUp + Math.toIntExact(plan.load().toSeconds() * plan.rate());
    AtomicLongArray due = new AtomicLongArray(all);
    Questions questions = new Questions(servers.registryUrl(), plan, Clock.systemUTC());
    Answers answers = new Answers(servers.bootstrapServers(), servers.registryUrl(), due, warmUp);
    Histogram late = new Histogram(3);
    double cores;
    try (answers;
        KafkaProducer<String, byte[]> producer = producer(servers)) {
      long begun = System.nanoTime();
      long measuredAt = begun;
      long cpu = 0;
      for (int i = 0; i < all; i++) {
        if (i == warmUp) {
          measuredAt = System.nanoTime();
          cpu = processorNanos();
        }
        long at = begun + i * 1_000_000_000L / plan.rate();
        due.set(i, at);
        parkUntil(at);
        if (i >= warmUp) {
          late.recordValue(Math.max(0, (System.nanoTime() - at) / 1_000));
        }
        var _ = producer.send(questions.next(i));
      }
      cores = (processorNanos() - cpu) / (double) (System.nanoTime() - measuredAt);
      awaitAnswers(answers, all);
    }
    print(answers, late, cores, all);
    return answers.answered() == all;
  }

  private void print(Answers answers, Histogram late, double cores, int all) {
    line("answered", answers.micros());
    line("sent late", late);
    out.printf(Locale.ROOT, "processor   %.2f cores, all of it in one JVM%n", cores);
    out.printf(Locale.ROOT, "unanswered  %d of %,d%n", all - answers.answered(), all);
  }

  private void line(String name, Histogram micros) {
    out.printf(
        Locale.ROOT,
        "%-11s p50 %.2f  p90 %.2f  p99 %.2f  p99.9 %.2f  max %.2f ms (%,d)%n",
        name,
        micros.getValueAtPercentile(50) / 1e3,
        micros.getValueAtPercentile(90) / 1e3,
        micros.getValueAtPercentile(99) / 1e3,
        micros.getValueAtPercentile(99.9) / 1e3,
        micros.getMaxValue() / 1e3,
        micros.getTotalCount());
  }

  private static KafkaProducer<String, byte[]> producer(Servers servers) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", servers.bootstrapServers(), "linger.ms", 0, "acks", "all"),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  private static void awaitAnswers(Answers answers, int all) {
    long until = System.nanoTime() + LAST_ANSWERS.toNanos();
    while (answers.answered() < all && System.nanoTime() < until) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }

  private static void parkUntil(long nanos) {
    long left = nanos - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = nanos - System.nanoTime();
    }
  }
}
