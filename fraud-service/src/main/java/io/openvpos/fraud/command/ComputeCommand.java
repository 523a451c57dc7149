package io.openvpos.fraud.command;

import io.openvpos.fraud.benchmark.ComputeWork;
import io.openvpos.fraud.model.FraudModel;
import io.openvpos.fraud.model.ModelFile;
import io.openvpos.fraud.simulator.SimulatedPayment;
import io.openvpos.fraud.simulator.Simulation;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `benchmark compute`: how long the computing of one assessment takes, each one measured by
/// itself. The same work under JMH: profile `jmh`.
@Command(
    name = "compute",
    mixinStandardHelpOptions = true,
    description = "State, features, model, reasons and rules of one assessment.")
final class ComputeCommand implements Callable<Integer> {

  @Mixin private SimulationOptions options = new SimulationOptions();

  @Option(names = "--rules", description = "In force (${DEFAULT-VALUE}).")
  private int rules = 200;

  @Option(names = "--count", description = "Assessments of a round (${DEFAULT-VALUE}).")
  private int count = 500_000;

  @Option(names = "--rounds", description = "After one of warming up (${DEFAULT-VALUE}).")
  private int rounds = 5;

  @Override
  public Integer call() throws Exception {
    FraudModel model;
    try (InputStream file = FraudModel.class.getResourceAsStream("/model/default.model")) {
      model = ModelFile.read(file == null ? new byte[0] : file.readAllBytes());
    }
    List<SimulatedPayment> payments = Simulation.play(options.setting());
    ComputeWork work = new ComputeWork(payments, model, rules);
    System.out.printf(
        Locale.ROOT,
        "%,d payments go round, %d trees, %d rules; microseconds%n",
        payments.size(),
        model.trees().trees(),
        rules);
    work.fill();
    for (int round = 0; round <= rounds; round++) {
      measure(work, round == 0 ? "warm-up" : "round " + round);
    }
    return 0;
  }

  private void measure(ComputeWork work, String name) {
    long[] nanos = new long[count];
    double sink = 0;
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      sink += work.assessNext();
      nanos[i] = System.nanoTime() - start;
    }
    cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%-8s p50 %6.1f  p90 %6.1f  p99 %6.1f  p99.9 %7.1f  max %9.1f  processor %6.1f each (%s)%n",
        name,
        at(nanos, 0.5),
        at(nanos, 0.9),
        at(nanos, 0.99),
        at(nanos, 0.999),
        at(nanos, 1),
        cpu / 1e3 / count,
        Long.toHexString(Double.doubleToLongBits(sink)));
  }

  private static double at(long[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * part))] / 1e3;
  }
}
