package io.openvpos.sandbox.ground;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/// The container engine of this machine, if there is one. Asked before Testcontainers is, which
/// takes long to find that there is none and says so at length.
final class Engine {

  /// A local engine answers in milliseconds.
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

  /// Past it the embedded servers are the quicker way to a result.
  private static final Duration PULLED_WITHIN = Duration.ofSeconds(90);

  private static final byte[] PING =
      "GET /_ping HTTP/1.0\r\nHost: engine\r\n\r\n".getBytes(US_ASCII);

  private Engine() {}

  /// Why containers of these images cannot be started here; empty if they can. Images that are not
  /// there are pulled.
  static Optional<String> whyNot(List<String> images) {
    Optional<SocketAddress> address = address(System.getenv("DOCKER_HOST"));
    if (address.isEmpty()) {
      return Optional.of("no container engine: DOCKER_HOST names none and there is no docker.sock");
    }
    if (!answers(address.get())) {
      return Optional.of("no container engine answers at " + address.get());
    }
    try {
      DockerClient client = DockerClientFactory.lazyClient();
      for (String image : images) {
        if (!isHere(client, image) && !pulled(client, image)) {
          return Optional.of("the engine has no image " + image);
        }
      }
      return Optional.empty();
    } catch (DockerException | IllegalStateException e) {
      return Optional.of("the container engine fails: " + e.getMessage());
    }
  }

  private static Optional<SocketAddress> address(@Nullable String dockerHost) {
    if (dockerHost == null) {
      return socket().map(UnixDomainSocketAddress::of);
    }
    URI host = URI.create(dockerHost);
    return switch (Objects.requireNonNullElse(host.getScheme(), "")) {
      case "unix" -> Optional.of(UnixDomainSocketAddress.of(host.getPath()));
      case "tcp" -> Optional.of(new InetSocketAddress(host.getHost(), host.getPort()));
      default -> Optional.empty();
    };
  }

  private static Optional<Path> socket() {
    String runtime = Objects.requireNonNullElse(System.getenv("XDG_RUNTIME_DIR"), "/run");
    return Stream.of(
            Path.of("/var/run/docker.sock"),
            Path.of(runtime, "docker.sock"),
            Path.of(System.getProperty("user.home"), ".docker/run/docker.sock"))
        .filter(Files::exists)
        .findFirst();
  }

  private static boolean answers(SocketAddress address) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> answer.complete(ping(address)));
    try {
      return answer.get(ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean ping(SocketAddress address) {
    try (SocketChannel engine = SocketChannel.open(address)) {
      engine.write(ByteBuffer.wrap(PING));
      ByteBuffer answer = ByteBuffer.allocate(64);
      engine.read(answer);
      return new String(answer.array(), 0, answer.position(), US_ASCII).contains(" 200 ");
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isHere(DockerClient client, String image) {
    try {
      client.inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private static boolean pulled(DockerClient client, String image) {
    int tag = image.lastIndexOf(':');
    try {
      return client
          .pullImageCmd(image.substring(0, tag))
          .withTag(image.substring(tag + 1))
          .start()
          .awaitCompletion(PULLED_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (DockerException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
