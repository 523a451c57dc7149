package io.openvpos.messaging.avro;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The few calls of the Confluent Schema Registry REST API that a serde needs. Answers are kept for
/// ever: an id and its schema never change.
final class SchemaRegistry {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final JsonMapper JSON = new JsonMapper();

  /// A schema's id in the registry, and the schema to write with.
  record Registered(int id, Schema schema) {}

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final String[] urls;
  private final @Nullable String authorization;
  private final Map<String, Map<Schema, Registered>> bySubject = new ConcurrentHashMap<>();
  private final Map<String, Registered> latest = new ConcurrentHashMap<>();
  private final Map<Integer, Schema> byId = new ConcurrentHashMap<>();

  private SchemaRegistry(String[] urls, @Nullable String authorization) {
    this.urls = urls;
    this.authorization = authorization;
  }

  /// `urls` is a comma-separated list; each is tried in turn.
  static SchemaRegistry at(String urls, @Nullable String authorization) {
    return new SchemaRegistry(urls.split("\\s*,\\s*", -1), authorization);
  }

  Registered register(String subject, Schema schema) {
    return known(subject, schema, "/subjects/" + encoded(subject) + "/versions");
  }

  Registered lookUp(String subject, Schema schema) {
    return known(subject, schema, "/subjects/" + encoded(subject));
  }

  /// The latest version at the first asking, as Confluent's serializer keeps it.
  Registered latest(String subject) {
    Registered known = latest.get(subject);
    if (known != null) {
      return known;
    }
    JsonNode answer = call("/subjects/" + encoded(subject) + "/versions/latest", null);
    Registered found =
        new Registered(answer.get("id").asInt(), parse(answer.get("schema").asString()));
    latest.put(subject, found);
    return found;
  }

  Schema schema(int id) {
    Schema known = byId.get(id);
    if (known != null) {
      return known;
    }
    Schema read = parse(call("/schemas/ids/" + id, null).get("schema").asString());
    byId.put(id, read);
    return read;
  }

  private Registered known(String subject, Schema schema, String path) {
    Map<Schema, Registered> ids =
        bySubject.computeIfAbsent(subject, s -> new ConcurrentHashMap<>());
    Registered known = ids.get(schema);
    if (known != null) {
      return known;
    }
    String body = JSON.writeValueAsString(Map.of("schema", schema.toString()));
    Registered registered = new Registered(call(path, body).get("id").asInt(), schema);
    ids.put(schema, registered);
    return registered;
  }

  private JsonNode call(String path, @Nullable String body) {
    @Nullable IOException last = null;
    for (String url : urls) {
      try {
        return answer(url, path, body);
      } catch (IOException e) {
        last = e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RegistryUnavailableException("interrupted while asking the registry", e);
      }
    }
    throw new RegistryUnavailableException("no schema registry answers", last);
  }

  private JsonNode answer(String url, String path, @Nullable String body)
      throws IOException, InterruptedException {
    String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(TIMEOUT)
            .header("Accept", MEDIA_TYPE)
            .header("Content-Type", MEDIA_TYPE);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    if (body != null) {
      request.POST(BodyPublishers.ofString(body));
    }
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    if (isPassing(response)) {
      throw new IOException("schema registry answered " + response.statusCode());
    }
    if (response.statusCode() != 200) {
      throw new SerializationException(
          "schema registry refused " + path + ": " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  /// Says nothing about the schema, only about the registry, the way to it or who asks: the same
  /// question may be answered later, so no record is judged by it. A 404 with an error code of its
  /// own is the registry's word; one without is a wrong address.
  private static boolean isPassing(HttpResponse<String> response) {
    return switch (response.statusCode()) {
      case 401, 403, 408, 429 -> true;
      case 404 -> !response.body().contains("\"error_code\"");
      default -> response.statusCode() >= 500;
    };
  }

  private static Schema parse(String json) {
    return new Schema.Parser().parse(json);
  }

  private static String encoded(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8);
  }
}
