package io.openvpos.sandbox.client;

import io.openvpos.sandbox.platform.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// One caller of one service: base address, credential, JSON in and out. Safe for many threads.
public final class Api {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final String base;
  private final @Nullable String credential;
  private final Duration timeout;

  private Api(String base, @Nullable String credential, Duration timeout) {
    this.base = base;
    this.credential = credential;
    this.timeout = timeout;
  }

  public static Api of(String base) {
    return new Api(base, null, TIMEOUT);
  }

  /// With an API key or an access token.
  public Api as(String bearer) {
    return new Api(base, bearer, timeout);
  }

  /// With another time than half a minute for each answer.
  public Api waiting(Duration atMost) {
    return new Api(base, credential, atMost);
  }

  public Reply get(String path) {
    return send("GET", path, null, Map.of());
  }

  public Reply delete(String path) {
    return send("DELETE", path, null, Map.of());
  }

  public Reply post(String path, @Nullable Object body) {
    return send("POST", path, body == null ? null : JSON.writeValueAsString(body), Map.of());
  }

  /// With an idempotency key.
  public Reply post(String path, @Nullable Object body, String key) {
    return send(
        "POST",
        path,
        body == null ? null : JSON.writeValueAsString(body),
        Map.of("Idempotency-Key", key));
  }

  /// Anything, also what no client should send.
  public Reply send(
      String method, String path, @Nullable String body, Map<String, String> headers) {
    Map<String, String> all = new LinkedHashMap<>();
    if (credential != null) {
      all.put("Authorization", "Bearer " + credential);
    }
    if (body != null) {
      all.put("Content-Type", "application/json");
    }
    all.putAll(headers);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(timeout)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    all.forEach(request::header);
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Reply(
          response.statusCode(), response.headers(), response.body(), parsed(response.body()));
    } catch (IOException e) {
      throw new NoAnswerException(method + " " + base + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswerException(method + " " + base + path, e);
    }
  }

  /// Blocks until every service answers that it is ready.
  public static void awaitReady(Endpoints endpoints) {
    endpoints.all().forEach(Api::awaitReady);
  }

  /// The same for one service.
  public static void awaitReady(String base) {
    await(base + " is ready", () -> ready(base));
  }

  /// Blocks until `condition` holds; an [IllegalStateException] that names it after five minutes.
  public static void await(String what, BooleanSupplier condition) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("waited " + PATIENCE + " in vain: " + what);
      }
      pause();
    }
  }

  private static boolean ready(String base) {
    try {
      return of(base).get("/actuator/health/readiness").status() == 200;
    } catch (NoAnswerException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
