package io.openvpos.authorization.webhook.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.openvpos.authorization.webhook.Poster.Posted;
import io.openvpos.messaging.outbound.AddressRule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against a real server on this machine.
final class NettyPosterTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final NettyPoster open = new NettyPoster(AddressRule.ANY, true, null, PATIENCE);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/ok", exchange -> answer(exchange, 204));
    server.createContext("/gone", exchange -> answer(exchange, 410));
    server.createContext(
        "/busy",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "120");
          answer(exchange, 429);
        });
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().set("Location", at("/ok").toString());
          answer(exchange, 302);
        });
    server.createContext(
        "/silent",
        exchange -> {
          await();
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  @Test
  void bytesAndHeadersArriveAsTheyAre() {
    Posted answer =
        open.post(at("/ok"), Map.of("webhook-id", "msg_1"), "{\"ş\":1}".getBytes(UTF_8));

    assertThat(answer).isEqualTo(new Posted(204, null, Duration.ZERO));
    assertThat(heard).containsExactly("msg_1 application/json {\"ş\":1}");
  }

  @Test
  void aRedirectIsAnAnswerAndIsNotFollowed() {
    assertThat(open.post(at("/moved"), Map.of(), new byte[0]).status()).isEqualTo(302);
    assertThat(heard).hasSize(1);
  }

  @Test
  void whatTheEndpointAsksForIsTold() {
    assertThat(open.post(at("/gone"), Map.of(), new byte[0]).status()).isEqualTo(410);
    assertThat(open.post(at("/busy"), Map.of(), new byte[0]))
        .isEqualTo(new Posted(429, null, Duration.ofMinutes(2)));
  }

  @Test
  void silenceEndsInTime() {
    NettyPoster hasty = new NettyPoster(AddressRule.ANY, true, null, Duration.ofMillis(300));

    assertThat(hasty.post(at("/silent"), Map.of(), new byte[0]).fault()).isEqualTo("timed_out");
  }

  @Test
  void nobodyThereIsNoAnswer() {
    int port = server.getAddress().getPort();
    server.stop(0);

    assertThat(
            open.post(URI.create("http://127.0.0.1:" + port + "/ok"), Map.of(), new byte[0])
                .fault())
        .isEqualTo("connect_failed");
  }

  /// The name of this machine resolves to an address of its own network.
  @Test
  void aNameThatLeadsInsideIsRefusedBeforeAnythingIsSent() {
    NettyPoster strict = new NettyPoster(AddressRule.PUBLIC, true, null, PATIENCE);
    URI inside = URI.create("http://localhost:" + server.getAddress().getPort() + "/ok");

    assertThat(strict.allows(inside)).isTrue();
    assertThat(strict.post(inside, Map.of(), new byte[0]).fault()).isEqualTo("address_refused");
    assertThat(heard).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://10.1.2.3/x",
        "https://[::1]/",
        "https://169.254.169.254/",
        "https://192.168.1.1:8443/",
        "https://[fd00::1]/",
        "https://[::ffff:10.0.0.1]/",
        "http://shop.example/",
        "ftp://shop.example/",
        "https://user:pw@shop.example/",
        "https:///path",
        "https://shop.example/#part",
        "https://shop.example:0/"
      })
  void addressesThatMayNotBePostedTo(String url) {
    NettyPoster strict = new NettyPoster(AddressRule.PUBLIC, false, null, PATIENCE);

    assertThat(strict.allows(URI.create(url))).isFalse();
    assertThat(strict.post(URI.create(url), Map.of(), new byte[0]).fault())
        .isEqualTo("address_refused");
  }

  @Test
  void publicAddressesMay() {
    NettyPoster strict = new NettyPoster(AddressRule.PUBLIC, false, null, PATIENCE);

    assertThat(strict.allows(URI.create("https://shop.example/hooks?a=b"))).isTrue();
    assertThat(strict.allows(URI.create("https://93.184.216.34:8443/"))).isTrue();
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void answer(HttpExchange exchange, int status) throws IOException {
    heard.add(
        exchange.getRequestHeaders().getFirst("webhook-id")
            + " "
            + exchange.getRequestHeaders().getFirst("Content-Type")
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void await() {
    try {
      assertThat(over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
