package io.openvpos.sandbox.chaos.hooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.openvpos.sandbox.chaos.process.Waiting;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.NoAnswerException;
import io.openvpos.sandbox.platform.DemoMerchants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server behind all endpoints of the shops. One first arrival of ten is answered 500, by the
/// seed; it must come again under the same id.
public final class Hooks implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int REFUSED_OF_A_HUNDRED = 10;
  private static final Duration BY_ITSELF_WITHIN = Duration.ofSeconds(10);
  private static final Duration DRAINED_WITHIN = Duration.ofSeconds(90);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final long seed;
  private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final List<Heard> heard = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /// @param seed decides what is answered 500 at first
  public Hooks(long seed) {
    this.seed = seed;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::arrive);
    server.start();
  }

  private record Endpoint(Subscriber subscriber, String id, String secret, String secretKey) {}

  /// Adds an endpoint of the shop.
  public void add(String edge, DemoMerchants.Shop shop, String path, List<String> events) {
    JsonNode made =
        Api.of(edge)
            .as(shop.secretKey())
            .post(
                "/v1/webhook-endpoints",
                Map.of(
                    "url",
                    "http://127.0.0.1:" + server.getAddress().getPort() + path,
                    "events",
                    events))
            .expect(201);
    String secret = made.path("secret").asString("");
    endpoints.put(
        path,
        new Endpoint(
            new Subscriber(path, shop.merchantId(), events),
            made.path("id").asString(""),
            secret.substring("whsec_".length()),
            shop.secretKey()));
  }

  private void arrive(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String id = Optional.ofNullable(header(exchange, "webhook-id")).orElse("");
      Endpoint endpoint = endpoints.get(exchange.getRequestURI().getPath());
      if (endpoint == null || !isSigned(exchange, endpoint, id, body)) {
        fault(id + " at " + exchange.getRequestURI() + " is not signed by the platform");
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      boolean accepted = !seen.add(id + endpoint.id()) || !isRefusedFirst(id);
      remember(endpoint.subscriber(), id, JSON.readTree(body), accepted);
      exchange.sendResponseHeaders(accepted ? 204 : 500, -1);
    }
  }

  private boolean isRefusedFirst(String id) {
    return new Random(seed * 31 + id.hashCode()).nextInt(100) < REFUSED_OF_A_HUNDRED;
  }

  private synchronized void remember(Subscriber by, String id, JsonNode told, boolean accepted) {
    JsonNode subject = told.path("data");
    heard.add(
        new Heard(
            by,
            id,
            told.path("type").asString(""),
            subject.path("id").asString(""),
            subject.path("sequence").asLong(-1),
            accepted));
    if (!told.path("merchant_id").asString("").equals(by.merchantId())) {
      faults.add(id + " at " + by.path() + " is another merchant's");
    }
  }

  private synchronized void fault(String what) {
    faults.add(what);
  }

  private static boolean isSigned(
      HttpExchange exchange, Endpoint endpoint, String id, String body) {
    String at = Optional.ofNullable(header(exchange, "webhook-timestamp")).orElse("");
    String signatures = Optional.ofNullable(header(exchange, "webhook-signature")).orElse("");
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(endpoint.secret()), "HmacSHA256"));
      byte[] sum = mac.doFinal((id + "." + at + "." + body).getBytes(StandardCharsets.UTF_8));
      byte[] expected =
          ("v1," + Base64.getEncoder().encodeToString(sum)).getBytes(StandardCharsets.UTF_8);
      return MessageDigest.isEqual(expected, signatures.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256.", e);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  /// Waits until nothing is left to deliver. What waits for a later try is sent again by hand, as a
  /// shop does that was out of order; how many are left.
  public long drain(String edge) {
    if (!Waiting.until(BY_ITSELF_WITHIN, Duration.ofSeconds(1), () -> pending(edge).isEmpty())) {
      endpoints.values().forEach(endpoint -> resend(edge, endpoint));
    }
    Waiting.until(DRAINED_WITHIN, Duration.ofSeconds(1), () -> pending(edge).isEmpty());
    return pending(edge).size();
  }

  private void resend(String edge, Endpoint endpoint) {
    Api api = Api.of(edge).as(endpoint.secretKey());
    pending(edge, endpoint)
        .forEach(id -> api.post("/v1/webhook-deliveries/" + id + "/resend", null));
  }

  private List<String> pending(String edge) {
    return endpoints.values().stream().flatMap(one -> pending(edge, one).stream()).toList();
  }

  private static List<String> pending(String edge, Endpoint endpoint) {
    try {
      return Api.of(edge)
          .as(endpoint.secretKey())
          .get("/v1/webhook-endpoints/" + endpoint.id() + "/deliveries?status=pending&limit=100")
          .expect(200)
          .path("data")
          .valueStream()
          .map(one -> one.path("id").asString(""))
          .toList();
    } catch (NoAnswerException e) {
      return List.of("no answer");
    }
  }

  public List<Subscriber> subscribers() {
    return endpoints.values().stream().map(Endpoint::subscriber).toList();
  }

  /// Everything that came and was signed, in order.
  public synchronized List<Heard> heard() {
    return List.copyOf(heard);
  }

  /// Arrivals that no server should believe.
  public synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
