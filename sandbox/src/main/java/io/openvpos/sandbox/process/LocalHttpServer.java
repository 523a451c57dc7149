package io.openvpos.sandbox.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A small HTTP server on 127.0.0.1: one virtual thread a request, whole bodies, no streaming.
public final class LocalHttpServer implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final int BACKLOG = 64;
  private static final int MAX_BODY_BYTES = 64 << 20;

  /// What was asked.
  ///
  /// @param method GET, POST and so on
  /// @param path the path as sent, still percent-encoded, without a query
  /// @param body the body as UTF-8
  public record Request(String method, String path, String body) {}

  /// What is answered.
  public record Response(int status, String contentType, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// Starts to answer.
  ///
  /// @param port the port to listen on; 0 takes a free one
  public LocalHttpServer(int port, Function<Request, Response> handler) {
    try {
      server = HttpServer.create(new InetSocketAddress(ListenAddress.get(), port), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on port " + port, e);
    }
    server.createContext("/", exchange -> handle(exchange, handler));
    server.setExecutor(threads);
    server.start();
  }

  private static void handle(HttpExchange exchange, Function<Request, Response> handler)
      throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
      Response response =
          handler.apply(
              new Request(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().getRawPath(),
                  new String(body, StandardCharsets.UTF_8)));
      byte[] answer = response.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", response.contentType());
      exchange.sendResponseHeaders(response.status(), answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  /// The port requests come in on.
  public int port() {
    return server.getAddress().getPort();
  }

  /// The base URL, without a slash at its end.
  public String url() {
    return "http://" + HOST + ":" + port();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
