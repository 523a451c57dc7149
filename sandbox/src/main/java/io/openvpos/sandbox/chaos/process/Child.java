package io.openvpos.sandbox.chaos.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One part of the platform in a JVM of its own, started again as often as it is killed. Not safe
/// for several threads, apart from [#ready].
public final class Child {

  private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);

  /// What starts fastest and takes the least memory.
  public static final List<String> FRUGAL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /// What is needed to start the part again and again.
  ///
  /// @param options of its virtual machine
  /// @param ready whether it serves; asked from outside
  public record Spec(
      String name,
      Class<?> main,
      int heapMebibytes,
      List<String> options,
      List<String> arguments,
      BooleanSupplier ready) {

    /// With the options [#FRUGAL].
    public Spec(
        String name,
        Class<?> main,
        int heapMebibytes,
        List<String> arguments,
        BooleanSupplier ready) {
      this(name, main, heapMebibytes, FRUGAL, arguments, ready);
    }
  }

  private final Spec spec;
  private final Path logs;
  private @Nullable Process process;

  /// @param logs the folder of all logs; the child writes to one of its own in there
  public Child(Spec spec, Path logs) {
    this.spec = spec;
    this.logs = logs.resolve(spec.name());
  }

  public String name() {
    return spec.name();
  }

  /// Whether it serves.
  public boolean ready() {
    return spec.ready().getAsBoolean();
  }

  public void start() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + spec.heapMebibytes() + "m");
    command.addAll(spec.options());
    command.addAll(
        List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dsandbox.logs=" + logs,
            // Logging is set up by logback.xml, which the property above is for.
            "-Dorg.springframework.boot.logging.LoggingSystem=none",
            "-cp",
            System.getProperty("java.class.path")));
    command.addAll(launch(ChildMain.class));
    command.add(spec.main().getName());
    command.addAll(spec.arguments());
    try {
      Files.createDirectories(logs);
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(logs.resolve("console.log").toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The main class as the virtual machine is told it: in the executable jar it is behind Spring
  /// Boot's launcher, which alone can read the jars within.
  private static List<String> launch(Class<?> main) {
    return Objects.equals(main.getClassLoader(), ClassLoader.getSystemClassLoader())
        ? List.of(main.getName())
        : List.of(
            "-Dloader.main=" + main.getName(),
            "org.springframework.boot.loader.launch.PropertiesLauncher");
  }

  /// Ends it at once, as `kill -9` does; true if it was running until then.
  public boolean kill() {
    Process running = running();
    boolean alive = running.isAlive();
    running.destroyForcibly();
    awaitEnd(running);
    return alive;
  }

  /// Asks it to end and waits until it has; true if it did so itself in time.
  public boolean terminate() {
    Process running = running();
    boolean alive = running.isAlive();
    running.destroy();
    boolean ended = Waiting.until(ENDS_WITHIN, () -> !running.isAlive());
    if (!ended) {
      kill();
    }
    return alive && ended;
  }

  /// Stops it, as SIGSTOP does, and lets it go on after a while; true if both were seen. A shell of
  /// its own does it, so that nothing stays stopped for ever if this process ends meanwhile.
  public boolean pause(Duration length) {
    Process running = running();
    String pid = Long.toString(running.pid());
    String seconds = Double.toString(length.toMillis() / 1e3);
    run("sh", "-c", "kill -STOP $0 && (sleep $1; kill -CONT $0) >/dev/null 2>&1 &", pid, seconds);
    boolean stopped =
        Waiting.until(length, () -> run("ps", "-o", "state=", "-p", pid).startsWith("T"));
    boolean goesOn =
        Waiting.until(
            length.plusSeconds(10), () -> !run("ps", "-o", "state=", "-p", pid).startsWith("T"));
    return stopped && goesOn && running.isAlive();
  }

  /// Processor time that it has used since its last start; zero where the system does not tell.
  public Duration processorTime() {
    return running().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  @Override
  public String toString() {
    return name();
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException(name() + " was never started");
    }
    return process;
  }

  private static void awaitEnd(Process ending) {
    if (!Waiting.until(ENDS_WITHIN, () -> !ending.isAlive())) {
      throw new IllegalStateException("process " + ending.pid() + " does not end");
    }
  }

  private static String run(String... command) {
    try {
      Process tool = new ProcessBuilder(command).start();
      String said =
          new String(tool.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      awaitEnd(tool);
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
