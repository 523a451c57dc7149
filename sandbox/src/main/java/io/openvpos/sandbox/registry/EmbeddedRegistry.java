package io.openvpos.sandbox.registry;

import io.openvpos.sandbox.process.LocalHttpServer;
import io.openvpos.sandbox.process.LocalHttpServer.Request;
import io.openvpos.sandbox.process.LocalHttpServer.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A schema registry on 127.0.0.1 that speaks the Confluent REST protocol as far as serializers
/// need it. A schema is in its file before its id is told, so ids survive a kill.
public final class EmbeddedRegistry implements AutoCloseable {

  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final int INVALID_JSON = 422;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SchemaBook book;
  private final LocalHttpServer server;

  private EmbeddedRegistry(Path folder, int port) {
    this.book = new SchemaBook(folder.resolve("schemas.jsonl"));
    this.server = new LocalHttpServer(port, this::answer);
  }

  /// Starts the registry with its file in a folder, made if absent.
  ///
  /// @param port the port to listen on; 0 takes a free one
  public static EmbeddedRegistry start(Path folder, int port) {
    return new EmbeddedRegistry(folder, port);
  }

  /// What serializers take as `schema.registry.url`.
  public String url() {
    return server.url();
  }

  /// The port the registry listens on.
  public int port() {
    return server.port();
  }

  private Response answer(Request request) {
    try {
      return json(200, route(request));
    } catch (RegistryException e) {
      return error(e.status(), e.code(), String.valueOf(e.getMessage()));
    } catch (JacksonException e) {
      return error(INVALID_JSON, INVALID_JSON, "The body is no valid JSON.");
    }
  }

  private Object route(Request request) {
    List<String> path =
        Stream.of(request.path().split("/", -1))
            .filter(part -> !part.isEmpty())
            .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
            .toList();
    String shape = request.method() + " " + path.size() + " " + (path.isEmpty() ? "" : path.get(0));
    return switch (shape) {
      case "GET 0 " -> Map.of();
      case "GET 1 subjects" -> book.subjects();
      case "GET 1 config", "GET 2 config" -> Map.of("compatibilityLevel", "BACKWARD");
      case "POST 2 subjects" -> book.lookUp(path.get(1), schemaOf(request));
      case "POST 3 subjects" -> Map.of("id", book.register(path.get(1), schemaOf(request)).id());
      case "GET 3 subjects" ->
          book.versions(path.get(1)).stream().map(RegisteredSchema::version).toList();
      case "GET 4 subjects" -> version(path.get(1), path.get(3));
      case "GET 3 schemas" -> Map.of("schema", book.schema(id(path.get(2))));
      default -> throw RegistryException.noSuchCall();
    };
  }

  private RegisteredSchema version(String subject, String version) {
    List<RegisteredSchema> versions = book.versions(subject);
    if (version.equals("latest")) {
      return versions.getLast();
    }
    return versions.stream()
        .filter(candidate -> Integer.toString(candidate.version()).equals(version))
        .findFirst()
        .orElseThrow(() -> RegistryException.versionNotFound(version));
  }

  private static int id(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw RegistryException.schemaNotFound();
    }
  }

  private static String schemaOf(Request request) {
    JsonNode schema = JSON.readTree(request.body()).path("schema");
    if (!schema.isString()) {
      throw RegistryException.invalid("the request has no text field 'schema'");
    }
    return schema.asString();
  }

  private static Response json(int status, Object body) {
    return new Response(status, CONTENT_TYPE, JSON.writeValueAsString(body));
  }

  private static Response error(int status, int code, String message) {
    return json(status, Map.of("error_code", code, "message", message));
  }

  @Override
  public void close() {
    server.close();
    book.close();
  }
}
