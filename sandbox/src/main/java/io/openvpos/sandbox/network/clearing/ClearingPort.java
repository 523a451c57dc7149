package io.openvpos.sandbox.network.clearing;

import io.openvpos.sandbox.process.LocalHttpServer;
import io.openvpos.sandbox.process.LocalHttpServer.Request;
import io.openvpos.sandbox.process.LocalHttpServer.Response;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The network's address for files, on 127.0.0.1:
///
/// - `PUT /presentments/{day}/{mode}` takes what an acquirer presents: 202
/// - `GET /clearing-files/{day}/{mode}` answers the clearing file: 200, or 404 before that
/// - `POST /orders` has something in the next file, see [Order]: 202
public final class ClearingPort implements AutoCloseable {

  private static final Pattern PATH =
      Pattern.compile("/(presentments|clearing-files)/([0-9]{4}-[0-9]{2}-[0-9]{2})/(test|live)");

  /// An order names what it is about; the numbers that it leaves out are 0.
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private static final String TEXT = "text/plain; charset=us-ascii";

  private final ClearingHouse house;
  private final LocalHttpServer server;

  /// Starts to answer.
  ///
  /// @param port 0 takes a free one
  /// @param folder of the files, kept over restarts
  /// @param log of the network, for what it remembers of an item
  public static ClearingPort start(int port, Path folder, Path log) {
    return new ClearingPort(port, new ClearingHouse(folder, log));
  }

  private ClearingPort(int port, ClearingHouse house) {
    this.house = house;
    server = new LocalHttpServer(port, this::answer);
  }

  public String url() {
    return server.url();
  }

  /// As `POST /orders`.
  public void order(Order order) {
    house.order(order);
  }

  private Response answer(Request request) {
    if (request.method().equals("POST") && request.path().equals("/orders")) {
      return ordered(request.body());
    }
    Matcher path = PATH.matcher(request.path());
    if (!path.matches()) {
      return new Response(404, TEXT, "No such file.");
    }
    String day = path.group(2) + "." + path.group(3);
    if (path.group(1).equals("clearing-files")) {
      return house
          .file(day)
          .map(file -> new Response(200, TEXT, file))
          .orElse(new Response(404, TEXT, "Not cleared yet."));
    }
    try {
      house.present(day, request.body());
      return new Response(202, TEXT, "");
    } catch (IllegalArgumentException refused) {
      return new Response(422, TEXT, String.valueOf(refused.getMessage()));
    }
  }

  private Response ordered(String body) {
    try {
      house.order(JSON.readValue(body, Order.class));
      return new Response(202, TEXT, "");
    } catch (JacksonException malformed) {
      return new Response(400, TEXT, "Not an order.");
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
