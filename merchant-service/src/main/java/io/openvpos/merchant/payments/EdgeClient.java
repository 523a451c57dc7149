package io.openvpos.merchant.payments;

import io.openvpos.messaging.http.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Calls of authorization-service with a person's own token: what that person may not do, the edge
/// refuses. Each call is bounded in time; one without an answer is 503 `edge_unavailable`, which
/// says nothing about whether a change was made.
public final class EdgeClient {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

  private final URI root;
  private final JsonMapper json = JsonMapper.shared();
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT_WITHIN)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public EdgeClient(URI root) {
    this.root = root;
  }

  /// Who asks: the token, and the language of texts in the answer.
  public record Asking(String token, Locale language) {
    @Override
    public String toString() {
      return "Asking";
    }
  }

  public record Answer(int status, JsonNode body) {
    public boolean succeeded() {
      return status / 100 == 2;
    }
  }

  public Answer get(Asking asking, String path) {
    return send(request(asking, path).GET());
  }

  /// Makes a call that changes something.
  ///
  /// @param key idempotency key: the same one does nothing twice
  public Answer post(Asking asking, String path, String key, Map<String, Object> body) {
    return send(
        request(asking, path)
            .header("Idempotency-Key", key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
  }

  /// Makes a call that needs no idempotency key.
  public Answer post(Asking asking, String path, Map<String, Object> body) {
    return send(
        request(asking, path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
  }

  public Answer delete(Asking asking, String path) {
    return send(request(asking, path).DELETE());
  }

  private HttpRequest.Builder request(Asking asking, String path) {
    return HttpRequest.newBuilder(root.resolve(path))
        .timeout(ANSWER_WITHIN)
        .header("Authorization", "Bearer " + asking.token())
        .header("Accept-Language", asking.language().getLanguage());
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      byte[] body = response.body();
      return new Answer(
          response.statusCode(),
          body.length == 0 ? MissingNode.getInstance() : json.readTree(body));
    } catch (IOException | JacksonException unanswered) {
      throw unavailable();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  private static ProblemException unavailable() {
    return ProblemException.of(503, "edge_unavailable").retryAfter(Duration.ofSeconds(5));
  }
}
