package io.openvpos.fraud.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/// The registry calls that a serde makes, and merchant-service's key document.
public final class HttpPeers implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final List<String> schemas = new CopyOnWriteArrayList<>();
  private final Map<Integer, Integer> restored = new ConcurrentHashMap<>();

  private HttpPeers(HttpServer server) {
    this.server = server;
  }

  public static HttpPeers start(StaffSigner signer) {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpPeers peers = new HttpPeers(HttpServer.create(any, 0));
      peers.server.createContext("/subjects", peers::register);
      peers.server.createContext("/schemas/ids", peers::schema);
      peers.server.createContext("/jwks.json", each -> answer(each, signer.jwks()));
      peers.server.start();
      return peers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// As restored from a backup: a lost schema is known again, by the id that records were written
  /// with.
  public void restores(int lost, int schema) {
    restored.put(lost, schema);
  }

  private void register(HttpExchange exchange) throws IOException {
    String schema =
        JSON.readTree(exchange.getRequestBody().readAllBytes()).get("schema").asString();
    synchronized (schemas) {
      if (!schemas.contains(schema)) {
        schemas.add(schema);
      }
    }
    answer(exchange, Map.of("id", schemas.indexOf(schema) + 1));
  }

  private void schema(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    int asked = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
    int id = restored.getOrDefault(asked, asked);
    if (id < 1 || id > schemas.size()) {
      answer(exchange, 404, Map.of("error_code", 40403, "message", "Schema not found"));
    } else {
      answer(exchange, Map.of("schema", schemas.get(id - 1)));
    }
  }

  private static void answer(HttpExchange exchange, Object body) throws IOException {
    answer(exchange, 200, body);
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] json = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
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
