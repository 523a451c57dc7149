package io.openvpos.authorization.fuzz;

import com.code_intelligence.jazzer.Jazzer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Fuzzes each target in a process of its own, one after the other. Inputs that reach something new
/// are kept in `target/fuzz`, from where the next run goes on; an input that breaks something is
/// written there too, and belongs into the corpus once it is mended.
public final class FuzzAll {

  private static final Path KEPT = Path.of("target", "fuzz");
  private static final Path CORPORA = Path.of("src", "test", "resources", "fuzz");

  /// Code whose branches lead the fuzzer; more of it only makes the start slower.
  private static final String LED_BY = "io.openvpos.**:com.solab.**:com.nimbusds.**";

  private FuzzAll() {}

  /// Exit code 1 if any target broke.
  ///
  /// @param args seconds for each target, then the names of some targets if not all
  public static void main(String[] args) throws IOException, InterruptedException {
    String seconds = args.length > 0 ? args[0] : "60";
    Collection<String> names =
        args.length > 1 ? List.of(args).subList(1, args.length) : Targets.ALL.keySet();
    List<String> broken = new ArrayList<>();
    for (String name : names) {
      if (fuzzed(name, seconds) != 0) {
        broken.add(name);
      }
    }
    System.out.println(broken.isEmpty() ? "nothing broke" : "broke: " + broken);
    System.exit(broken.isEmpty() ? 0 : 1);
  }

  private static int fuzzed(String name, String seconds) throws IOException, InterruptedException {
    Path corpus = CORPORA.resolve(Targets.named(name).corpus());
    Path kept = Files.createDirectories(KEPT.resolve(name));
    System.out.println("== " + name);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-D" + Chosen.CHOICE + "=" + name,
                "-cp",
                System.getProperty("java.class.path"),
                Jazzer.class.getName(),
                "--target_class=" + Chosen.class.getName(),
                "--instrumentation_includes=" + LED_BY,
                "--custom_hook_includes=" + LED_BY,
                "--reproducer_path=" + KEPT,
                "-max_total_time=" + seconds,
                "-max_len=8192",
                "-artifact_prefix=" + kept + "-",
                kept.toString(),
                corpus.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = process.inputReader()) {
      said.lines()
          .filter(line -> !line.matches("INFO: Instrumented .*|#.*\\sREDUCE .*"))
          .forEach(System.out::println);
    }
    return process.waitFor();
  }
}
