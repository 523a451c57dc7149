package io.openvpos.page.frame;

import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.PageSession;
import io.openvpos.page.PageSessions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sessions that merchant-service keeps, asked for at each page: so a session that ended there
/// has ended here.
final class RemoteSessions implements PageSessions {

  private static final Logger LOGGER = LoggerFactory.getLogger(RemoteSessions.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final JsonMapper json = new JsonMapper();
  private final URI uri;

  RemoteSessions(URI uri) {
    this.uri = uri;
  }

  /// 503 `service_unavailable` if it cannot be found out.
  @Override
  public Optional<PageSession> find(String cookie) {
    if (!cookie.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
      return Optional.empty();
    }
    HttpResponse<String> answer = send(request(cookie).GET().build());
    return switch (answer.statusCode()) {
      case 200 -> Optional.of(read(answer.body()));
      case 401, 403 -> Optional.empty();
      default -> throw unavailable(new IOException("sessions answered " + answer.statusCode()));
    };
  }

  @Override
  public void end(PageSession session) {
    int status = send(request(session.token()).DELETE().build()).statusCode();
    if (status != 204 && status != 401) {
      throw unavailable(new IOException("sessions answered " + status));
    }
  }

  private HttpRequest.Builder request(String token) {
    return HttpRequest.newBuilder(uri).timeout(TIMEOUT).header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw unavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    }
  }

  private static ProblemException unavailable(Exception cause) {
    LOGGER.warn("the sessions cannot be asked for", cause);
    return ProblemException.of(503, "service_unavailable").retryAfter(Duration.ofSeconds(1));
  }

  /// Whatever is no session is no answer: 503, never a page for nobody known.
  private PageSession read(String body) {
    try {
      return session(json.readTree(body));
    } catch (JacksonException | DateTimeParseException garbage) {
      throw unavailable(garbage);
    }
  }

  private static PageSession session(JsonNode node) {
    Set<Role> roles = new HashSet<>();
    node.path("roles").forEach(role -> Role.of(role.asString()).ifPresent(roles::add));
    return new PageSession(
        node.required("id").asString(),
        new Caller.Staff(node.required("subject").asString(), roles, text(node, "merchant_id")),
        node.required("csrf").asString(),
        node.required("token").asString(),
        Optional.ofNullable(text(node, "renewed")),
        text(node, "obligation"),
        Instant.parse(node.required("ends_at").asString()));
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isString() ? value.asString() : null;
  }
}
