package io.openvpos.sandbox.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/// A sandbox in a process of its own, so that it can be killed.
public final class SandboxProcess implements AutoCloseable {

  private static final Duration READY_WITHIN = Duration.ofMinutes(3);

  private final Process process;
  private final Path env;
  private final Path log;

  private SandboxProcess(Process process, Path env, Path log) {
    this.process = process;
    this.env = env;
    this.log = log;
  }

  /// Starts on free ports, without the scenario.
  public static SandboxProcess start(Path folder, Path data) throws IOException {
    Path env = folder.resolve("sandbox.env");
    Path log = folder.resolve("sandbox.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx900m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.openvpos.sandbox.SandboxMain",
                "--data=" + data,
                "--env-file=" + env,
                "--free-ports",
                "--no-scenario")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new SandboxProcess(process, env, log);
  }

  /// The lines of `sandbox.env` once it is written.
  public Map<String, String> awaitReady() throws IOException {
    Awaitility.await().atMost(READY_WITHIN).until(() -> Files.exists(env) || !process.isAlive());
    if (!Files.exists(env)) {
      throw new IllegalStateException("the sandbox ended: " + Files.readString(log));
    }
    Map<String, String> values = new HashMap<>();
    for (String line : Files.readAllLines(env)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        values.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return values;
  }

  /// As `kill -9` does.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
