package io.openvpos.messaging.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openvpos.messaging.MessagingAutoConfiguration;
import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.access.StaffKeys;
import io.openvpos.messaging.http.RequestBytes;
import io.openvpos.money.Mode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// A small service on the plumbing of all: keys `sk_1` to `sk_9` are known, and a call to
/// `/v1/held` is held up until it is let go.
final class TestEdge implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;

  TestEdge(String... settings) {
    this(_ -> {}, settings);
  }

  /// @param more beans of the service
  TestEdge(Consumer<GenericApplicationContext> more, String... settings) {
    Stream<String> usual =
        Stream.of(
            "spring.config.name=messaging-defaults",
            "server.port=0",
            "server.address=127.0.0.1",
            "management.endpoint.health.group.readiness.include=readinessState");
    context =
        new SpringApplicationBuilder(Edge.class)
            .initializers((GenericApplicationContext made) -> more.accept(made))
            .run(
                Stream.concat(usual, Stream.of(settings))
                    .map(setting -> "--" + setting)
                    .toArray(String[]::new));
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(exclude = MessagingAutoConfiguration.class)
  @Import(Calls.class)
  static class Edge {

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    StaffKeys staffKeys() {
      return _ -> Optional.empty();
    }

    @Bean
    ApiKeys apiKeys() {
      return key ->
          key.matches("sk_[1-9]")
              ? Optional.of(new Caller.MerchantKey("m_1", Mode.TEST, KeyScope.SECRET))
              : Optional.empty();
    }
  }

  @RestController
  static final class Calls {

    final Semaphore letGo = new Semaphore(0);
    final Semaphore held = new Semaphore(0);

    @GetMapping("/v1/things")
    String read() {
      return "read";
    }

    @PostMapping("/v1/things")
    String write(ServerWebExchange exchange) {
      return new String(RequestBytes.of(exchange), UTF_8);
    }

    @PostMapping("/v1/held")
    String hold() {
      held.release();
      letGo.acquireUninterruptibly();
      return "held";
    }
  }

  Calls calls() {
    return context.getBean(Calls.class);
  }

  int port() {
    var server = ((WebServerApplicationContext) context).getWebServer();
    if (server == null) {
      throw new IllegalStateException("no server");
    }
    return server.getPort();
  }

  HttpResponse<String> get(String path, String key) throws Exception {
    return http.send(request(path, key).GET().build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String key) throws Exception {
    return postSoon(path, key).get();
  }

  CompletableFuture<HttpResponse<String>> postSoon(String path, String key) {
    return http.sendAsync(
        request(path, key).POST(HttpRequest.BodyPublishers.noBody()).build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String key) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .header("Authorization", "Bearer " + key);
  }

  @Override
  public void close() {
    // Whatever a failed test still holds would be waited for.
    calls().letGo.release(Short.MAX_VALUE);
    http.close();
    context.close();
  }
}
