package io.openvpos.fraud.command;

import io.openvpos.fraud.simulator.Pattern;
import io.openvpos.fraud.simulator.SimulatedFile;
import io.openvpos.fraud.simulator.SimulatedPayment;
import io.openvpos.fraud.simulator.Simulation;
import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `simulate`: seeded payments, to a file or only counted.
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Makes payments, honest and not.")
final class SimulateCommand implements Callable<Integer> {

  @Mixin private SimulationOptions options = new SimulationOptions();

  @Option(names = "--out", description = "Where the payments are written, as CSV.")
  private @Nullable Path out;

  @Override
  public Integer call() throws Exception {
    Simulation.Setting setting = options.setting();
    List<SimulatedPayment> payments = Simulation.play(setting);
    System.out.println(setting.described());
    for (Pattern pattern : Pattern.values()) {
      long count = payments.stream().filter(each -> each.pattern() == pattern).count();
      System.out.printf(Locale.ROOT, "%-22s %,10d%n", pattern.code(), count);
    }
    System.out.println("sha256 " + SimulatedFile.digest(payments));
    if (out != null) {
      try (BufferedWriter writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
        writer.write(SimulatedFile.HEADER + "\n");
        for (SimulatedPayment payment : payments) {
          writer.write(SimulatedFile.line(payment) + "\n");
        }
      }
    }
    return 0;
  }
}
