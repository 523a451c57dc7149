package io.openvpos.sandbox.threeds;

import io.openvpos.sandbox.process.LocalHttpServer;
import io.openvpos.sandbox.process.LocalHttpServer.Request;
import io.openvpos.sandbox.process.LocalHttpServer.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The schemes' side of 3-D Secure over HTTP: `POST /ds` takes PReq and AReq, `/method` the 3DS
/// method, `/acs/challenge` and `/acs/otp` are what a cardholder sees. Nothing is kept over a
/// restart, as at an issuer whose session is gone.
public final class ThreeDSecureSimulator implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration DECOUPLED_AFTER = Duration.ofSeconds(3);
  private static final Duration SLOW = Duration.ofSeconds(15);

  private final CountDownLatch closing = new CountDownLatch(1);
  private final ResultSender results;
  private final LocalHttpServer server;
  private final DirectoryDesk directory;
  private final AccessControl issuers;

  private ThreeDSecureSimulator(int port, String secret) {
    results = new ResultSender(secret);
    server = new LocalHttpServer(port, this::answer);
    directory =
        new DirectoryDesk(
            server.url(), session -> results.sendLater(session, "Y", DECOUPLED_AFTER));
    issuers = new AccessControl(directory, results);
  }

  /// Starts to answer.
  ///
  /// @param port 0 takes a free one
  /// @param secret what is shown to the 3DS Server with a RReq
  public static ThreeDSecureSimulator start(int port, String secret) {
    return new ThreeDSecureSimulator(port, secret);
  }

  /// Where the 3DS Server sends its messages.
  public String directoryUrl() {
    return server.url() + "/ds";
  }

  private Response answer(Request request) {
    if (!request.method().equals("POST")) {
      return new Response(405, "text/plain", "Everything here is asked by POST.");
    }
    try {
      return switch (request.path()) {
        case "/ds" ->
            new Response(
                200,
                "application/json",
                JSON.writeValueAsString(directory.answer(JSON.readTree(request.body()))));
        case "/method" -> page(issuers.method(form(request)));
        case "/method/slow" -> slow(request);
        case "/acs/challenge" -> page(issuers.challenge(form(request)));
        case "/acs/otp" -> page(issuers.typed(form(request)));
        default -> new Response(404, "text/plain", "Nothing is here.");
      };
    } catch (JacksonException | IllegalArgumentException e) {
      return new Response(400, "text/html; charset=utf-8", AcsPages.gone());
    }
  }

  private Response slow(Request request) {
    try {
      boolean _ = closing.await(SLOW.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return page(issuers.method(form(request)));
  }

  private static Response page(String html) {
    return new Response(200, "text/html; charset=utf-8", html);
  }

  private static Map<String, String> form(Request request) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : request.body().split("&", -1)) {
      int at = pair.indexOf('=');
      if (at > 0) {
        fields.put(
            URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
      }
    }
    return fields;
  }

  @Override
  public void close() {
    closing.countDown();
    results.close();
    server.close();
  }
}
