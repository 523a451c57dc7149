package io.openvpos.sandbox.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Goal: the simulation sees what it is there for. Method: each known-bad variant of the real
/// sources is compiled in memory and the whole simulation runs around it; some seed must break a
/// promise. Prints how many seeds each one took.
@Execution(ExecutionMode.CONCURRENT)
class MutantsTest {

  private static final int MOST_SEEDS = 2_000;
  private static final Path ROOT = root();

  @Test
  void everyMutantIsCaught() throws Exception {
    List<String> survivors = new ArrayList<>();
    for (Mutant mutant : Mutants.all()) {
      String caught = firstFailure(mutant);
      if (caught == null) {
        survivors.add(mutant.name());
      }
      System.out.printf("%-80s %s%n", mutant.name(), caught == null ? "SURVIVED" : brief(caught));
    }
    assertThat(survivors).isEmpty();
  }

  private static String firstFailure(Mutant mutant) throws Exception {
    String source = Files.readString(ROOT.resolve(mutant.file()));
    ClassLoader around = MutantClasses.of(mutant.className(), mutant.appliedTo(source));
    Class<?> simulation = around.loadClass("io.openvpos.sandbox.simulation.Simulation");
    try {
      return (String)
          simulation.getMethod("firstFailure", long.class, int.class).invoke(null, 1L, MOST_SEEDS);
    } catch (InvocationTargetException e) {
      throw new AssertionError("the run around " + mutant.name() + " broke", e.getCause());
    }
  }

  private static String brief(String failure) {
    String line = failure.lines().findFirst().orElse("");
    return line.substring(0, Math.min(120, line.length()));
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("docker-compose.yml")) ? here : here.resolve("..").normalize();
  }
}
