package io.openvpos.messaging.avro;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The part of the Confluent Schema Registry REST API that serdes use, in memory: one id per
/// schema, whatever the subject.
final class LittleRegistry implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final List<String> schemas = new ArrayList<>();
  private final Map<String, String> newest = new LinkedHashMap<>();

  LittleRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Subjects in the order of their first registration.
  synchronized List<String> subjects() {
    return List.copyOf(newest.keySet());
  }

  private synchronized void serve(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
    if (path[0].equals("schemas") && exists(Integer.parseInt(path[2]))) {
      answer(exchange, 200, Map.of("schema", schemas.get(Integer.parseInt(path[2]) - 1)));
    } else if (path[0].equals("subjects") && path.length == 4 && newest.containsKey(path[1])) {
      String schema = String.valueOf(newest.get(path[1]));
      answer(exchange, 200, Map.of("id", schemas.indexOf(schema) + 1, "schema", schema));
    } else if (path[0].equals("subjects") && exchange.getRequestMethod().equals("POST")) {
      register(exchange, path[1], path.length == 3);
    } else {
      answer(exchange, 404, Map.of("error_code", 40403, "message", "Schema not found"));
    }
  }

  private void register(HttpExchange exchange, String subject, boolean add) throws IOException {
    String schema =
        JSON.readTree(exchange.getRequestBody().readAllBytes()).get("schema").asString();
    if (add && !schemas.contains(schema)) {
      schemas.add(schema);
    }
    if (add) {
      newest.put(subject, schema);
    }
    if (schemas.contains(schema)) {
      int id = schemas.indexOf(schema) + 1;
      answer(exchange, 200, Map.of("id", id, "version", 1, "subject", subject, "schema", schema));
    } else {
      answer(exchange, 404, Map.of("error_code", 40403, "message", "Schema not found"));
    }
  }

  private boolean exists(int id) {
    return id >= 1 && id <= schemas.size();
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] json = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
    exchange.sendResponseHeaders(status, json.length);
    try (exchange) {
      exchange.getResponseBody().write(json);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
