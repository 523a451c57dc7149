package io.openvpos.fraud.compute;

import io.openvpos.fraud.benchmark.ComputeWork;
import io.openvpos.fraud.model.FraudModel;
import io.openvpos.fraud.model.ModelFile;
import io.openvpos.fraud.simulator.Simulation;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// State, features, 200 trees with reasons and 200 rules, for one assessment after another.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 10)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
public class AssessmentBenchmark {

  private static final int RULES = 200;

  @SuppressWarnings("NullAway.Init") // JMH calls the set-up first.
  private ComputeWork work;

  /// The shipped model on the payments that it was trained on.
  @Setup
  public void fill() throws IOException {
    try (InputStream file = FraudModel.class.getResourceAsStream("/model/default.model")) {
      FraudModel model = ModelFile.read(file == null ? new byte[0] : file.readAllBytes());
      Simulation.Setting setting =
          new Simulation.Setting(2026, Simulation.Setting.FIRST_DAY, 86, 2_000, 2_000);
      work = new ComputeWork(Simulation.play(setting), model, RULES);
      work.fill();
    }
  }

  @Benchmark
  public double assessment() {
    return work.assessNext();
  }
}
