package io.openvpos.sandbox.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A main class of this module in a JVM of its own, so that a test can kill it as `kill -9` does.
public final class ChildProcess implements AutoCloseable {

  private final Process process;
  private final String readyValue;

  private ChildProcess(Process process, String readyValue) {
    this.process = process;
    this.readyValue = readyValue;
  }

  /// Starts the class and waits for its line `<word> <value>`.
  public static ChildProcess start(Class<?> main, String readyWord, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output = process.inputReader();
    String line = output.readLine();
    while (line != null && !line.startsWith(readyWord + " ")) {
      line = output.readLine();
    }
    if (line == null) {
      process.destroyForcibly();
      throw new IllegalStateException(main.getSimpleName() + " ended before it was ready.");
    }
    // Nobody reads on; without this the child would block on a full pipe.
    Thread.ofPlatform().daemon().start(() -> output.lines().forEach(_ -> {}));
    return new ChildProcess(process, line.substring(readyWord.length() + 1));
  }

  /// What the child printed after its ready word, such as an address.
  public String readyValue() {
    return readyValue;
  }

  /// Ends the process at once, without its shutdown hooks.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// Sends a signal by name: `STOP` freezes the process as it is, `CONT` lets it go on.
  public void signal(String name) throws IOException, InterruptedException {
    int status =
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
            .inheritIO()
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("kill -" + name + " ended with " + status);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
