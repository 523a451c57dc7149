package io.openvpos.sandbox.network;

import io.openvpos.sandbox.network.OrderedFaults.Fault;
import io.openvpos.sandbox.process.LocalHttpServer;
import io.openvpos.sandbox.process.LocalHttpServer.Request;
import io.openvpos.sandbox.process.LocalHttpServer.Response;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Where faults of the line are ordered: `POST /faults/<name>` asks for one, `GET /faults` tells
/// how many of each were carried out. On 127.0.0.1, for chaos runs only.
final class NetworkFaultPort implements AutoCloseable {

  private static final String PATH = "/faults";
  private static final JsonMapper JSON = new JsonMapper();

  private final OrderedFaults faults;
  private final LocalHttpServer server;

  NetworkFaultPort(int port, OrderedFaults faults) {
    this.faults = faults;
    this.server = new LocalHttpServer(port, this::answer);
  }

  int port() {
    return server.port();
  }

  private Response answer(Request request) {
    if (request.method().equals("GET") && request.path().equals(PATH)) {
      return new Response(200, "application/json", JSON.writeValueAsString(faults.done()));
    }
    Optional<Fault> fault = named(request.path());
    if (!request.method().equals("POST") || fault.isEmpty()) {
      return new Response(404, "text/plain", "No such fault.");
    }
    faults.order(fault.get());
    return new Response(202, "text/plain", "");
  }

  private static Optional<Fault> named(String path) {
    return Arrays.stream(Fault.values())
        .filter(fault -> path.equals(PATH + "/" + fault.name()))
        .findFirst();
  }

  @Override
  public void close() {
    server.close();
  }
}
