package io.openvpos.sandbox.bench.assess;

import io.openvpos.sandbox.bench.Machine;
import io.openvpos.sandbox.bench.ServerProcesses;
import io.openvpos.sandbox.platform.DataFolder;
import java.io.PrintStream;
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

/// Questions at a fixed rate to a fraud-service of its own, over a broker and a store of its own,
/// each in a JVM of its own; the questions come from this one. Open loop: a question is due
/// whatever became of those before, and its latency runs from when it was due to when its answer
/// was read. An answer is stored before it is sent.
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
    try (Arrangement parts = Arrangement.start(plan.data())) {
      return measure(parts);
    }
  }

  private boolean measure(Arrangement parts) {
    int warmUp = plan.warmUpQuestions();
    int all = plan.questions();
    ServerProcesses servers = parts.servers();
    AtomicLongArray due = new AtomicLongArray(all);
    Questions questions = new Questions(servers.registryUrl(), plan, Clock.systemUTC());
    Answers answers = new Answers(servers.bootstrapServers(), servers.registryUrl(), due, warmUp);
    Histogram late = new Histogram(3);
    Spent spent;
    double seconds;
    try (answers;
        KafkaProducer<String, byte[]> producer = producer(servers)) {
      long begun = System.nanoTime();
      long measuredAt = begun;
      Spent before = Spent.on(parts);
      for (int i = 0; i < all; i++) {
        if (i == warmUp) {
          measuredAt = System.nanoTime();
          before = Spent.on(parts);
        }
        long at = begun + plan.dueNanos(i);
        due.set(i, at);
        parkUntil(at);
        if (i >= warmUp) {
          late.recordValue(Math.max(0, (System.nanoTime() - at) / 1_000));
        }
        var _ = producer.send(questions.next(i));
      }
      awaitAnswers(answers, all);
      spent = Spent.on(parts).since(before);
      seconds = (System.nanoTime() - measuredAt) / 1e9;
    }
    print(answers, late, all);
    out.print(spent.lines(all - warmUp, seconds));
    return answers.answered() == all;
  }

  private void print(Answers answers, Histogram late, int all) {
    line("answered", answers.micros());
    line("sent late", late);
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

  /// As authorization-service has it.
  private static KafkaProducer<String, byte[]> producer(ServerProcesses servers) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", servers.bootstrapServers(), "linger.ms", 2, "acks", "all"),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  private static void awaitAnswers(Answers answers, int all) {
    long until = System.nanoTime() + LAST_ANSWERS.toNanos();
    while (answers.answered() < all && System.nanoTime() < until) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static void parkUntil(long nanos) {
    long left = nanos - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = nanos - System.nanoTime();
    }
  }
}
