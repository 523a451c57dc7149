package io.openvpos.page.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.PageSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Sessions asked for over real HTTP: an answer, a refusal, and whatever is neither.
class RemoteSessionsTest {

  private static final String SESSION =
      """
      {"id": "s1", "subject": "ışıl@house.test", "roles": ["merchant_admin", "of_the_future"],
       "merchant_id": "mer_1", "csrf": "c1", "token": "t1", "renewed": "t2", "obligation": null,
       "ends_at": "2026-11-27T08:00:00Z"}
      """;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch never = new CountDownLatch(1);
  private HttpServer server;
  private RemoteSessions sessions;
  private volatile int status = 200;
  private volatile String body = SESSION;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/page-session", this::answer);
    server.createContext("/slow", _ -> awaitTheEnd());
    server.start();
    sessions = at("/v1/page-session");
  }

  @AfterEach
  void stop() {
    never.countDown();
    server.stop(0);
  }

  @Test
  void aSessionIsReadWholeAndUnknownRolesAreLeftOut() {
    PageSession found = sessions.find("cookie").orElseThrow();

    assertThat(asked).containsExactly("GET Bearer cookie");
    assertThat(found.staff().subject()).isEqualTo("ışıl@house.test");
    assertThat(found.staff().roles()).containsExactly(Role.MERCHANT_ADMIN);
    assertThat(found.staff().merchantId()).isEqualTo("mer_1");
    assertThat(found.renewed()).contains("t2");
    assertThat(found.obligation()).isNull();
    assertThat(found.endsAt()).isEqualTo(Instant.parse("2026-11-27T08:00:00Z"));
  }

  @Test
  void aRefusalIsNoSession() {
    body = "{}";
    for (int refusal : new int[] {401, 403}) {
      status = refusal;
      assertThat(sessions.find("cookie")).isEmpty();
    }
  }

  @Test
  void anyOtherAnswerIsThatNothingCanBeSaid() {
    for (int strange : new int[] {204, 302, 404, 429, 500, 503}) {
      status = strange;
      body = "";
      assertUnavailable();
    }
  }

  @Test
  void garbageIsNoSession() {
    for (String garbage :
        List.of(
            "",
            "<html>",
            "{",
            "null",
            "[]",
            "\"s1\"",
            "{\"id\": \"s1\"}",
            SESSION.replace("2026-11-27T08:00:00Z", "tomorrow"))) {
      body = garbage;
      assertUnavailable();
    }
  }

  @Test
  void aCookieThatIsNoTokenIsNeverSent() {
    for (String strange : List.of("a b", "a\r\nX-Role: acquirer_ops", "çerez", "a\u007f")) {
      assertThat(sessions.find(strange)).isEmpty();
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void whoeverDoesNotAnswerInTimeIsUnavailable() {
    sessions = at("/slow");
    assertUnavailable();
  }

  @Test
  void nobodyThereIsUnavailable() {
    server.stop(0);
    assertUnavailable();
  }

  @Test
  void anEndIsToldByTheSessionsOwnToken() {
    PageSession found = sessions.find("cookie").orElseThrow();
    status = 204;
    body = "";
    sessions.end(found);
    status = 401;
    sessions.end(found);
    assertThat(asked).containsExactly("GET Bearer cookie", "DELETE Bearer t1", "DELETE Bearer t1");

    status = 500;
    assertThatThrownBy(() -> sessions.end(found))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.status()).isEqualTo(503));
  }

  private void assertUnavailable() {
    assertThatThrownBy(() -> sessions.find("cookie"))
        .as("%d %s", status, body)
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.status()).isEqualTo(503));
  }

  private RemoteSessions at(String path) {
    return new RemoteSessions(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(
        exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private void awaitTheEnd() {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
