package io.openvpos.sandbox.bench.assess;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/// Processor time by process. The machine may be busy with other things; this is not.
///
/// @param questions this process: asks, and reads the answers
/// @param broker with the registry
record Spent(Duration questions, Duration service, Duration store, Duration broker) {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /// Up to now.
  static Spent on(Arrangement parts) {
    return new Spent(
        Duration.ofNanos(SYSTEM.getProcessCpuTime()),
        parts.ofService(),
        parts.servers().ofStore(),
        parts.servers().ofBroker());
  }

  Spent since(Spent before) {
    return new Spent(
        questions.minus(before.questions),
        service.minus(before.service),
        store.minus(before.store),
        broker.minus(before.broker));
  }

  /// Lines for a person: of each process, cores and microseconds a question.
  String lines(int asked, double seconds) {
    Duration all = questions.plus(service).plus(store).plus(broker);
    return line("processor", all, asked, seconds)
        + line("  service", service, asked, seconds)
        + line("  store", store, asked, seconds)
        + line("  broker", broker, asked, seconds)
        + line("  questions", questions, asked, seconds);
  }

  private static String line(String name, Duration used, int asked, double seconds) {
    double cores = used.toNanos() / 1e9 / seconds;
    double micros = used.toNanos() / 1e3 / asked;
    return String.format(
        Locale.ROOT, "%-11s %.2f cores, %.0f µs a question%n", name, cores, micros);
  }
}
