package io.openvpos.messaging.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Our serde, Confluent's, and the real Apicurio server between them. Run by `mvn -pl messaging
/// -Pregistry-proof test -Dtest=ApicurioRegistryTest`; not part of a normal build, because the
/// server is 159 MB.
@EnabledIfSystemProperty(named = "apicurio.home", matches = ".+")
class ApicurioRegistryTest {

  private static final Duration START = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void theRealServerServesBothSerdesAlike() throws Exception {
    long seed = Long.getLong("seed", 20_261_123L);
    System.out.println("seed " + seed);
    int port = freePort();
    Process server = start(port);
    try {
      String registry = "http://127.0.0.1:" + port + "/apis/ccompat/v7";
      awaitAnswer(registry + "/subjects", server);
      Agreement agreement = new Agreement(registry);
      boolean oursFirst = true;
      for (SpecificRecord sample : SampleRecords.of(seed)) {
        if (oursFirst) {
          agreement.confluentReadsOurs(sample);
          agreement.weReadConfluents(sample);
        } else {
          agreement.weReadConfluents(sample);
          agreement.confluentReadsOurs(sample);
        }
        oursFirst = !oursFirst;
      }
      assertThat(server.isAlive()).isTrue();
    } finally {
      server.destroy();
      if (!server.waitFor(20, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    }
  }

  private Process start(int port) throws IOException {
    Path jar;
    try (Stream<Path> files = Files.walk(Path.of(System.getProperty("apicurio.home", "")))) {
      jar = files.filter(file -> file.endsWith("quarkus-run.jar")).findFirst().orElseThrow();
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xmx512m",
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=" + port,
            "-Dquarkus.management.port=0",
            "-Dapicurio.storage.kind=sql",
            "-Dapicurio.storage.sql.kind=h2",
            "-Dapicurio.datasource.url=jdbc:h2:file:" + folder.resolve("registry"),
            "-jar",
            jar.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("server.log").toFile())
        .start();
  }

  private void awaitAnswer(String url, Process server) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(5)).build();
    long deadline = System.nanoTime() + START.toNanos();
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (!answers(http, request)) {
        if (!server.isAlive() || System.nanoTime() > deadline) {
          throw new AssertionError(
              "the registry did not start:\n" + Files.readString(folder.resolve("server.log")));
        }
        server.waitFor(500, TimeUnit.MILLISECONDS);
      }
    }
  }

  private static boolean answers(HttpClient http, HttpRequest request) throws Exception {
    try {
      return http.send(request, BodyHandlers.ofString()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
