package io.openvpos.sandbox.threeds;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Sends RReqs to whoever's AReq asked for one, and waits for the RRes.
final class ResultSender implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(ResultSender.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newHttpClient();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("results").factory());
  private final String secret;

  /// @param secret what is shown to the 3DS Server
  ResultSender(String secret) {
    this.secret = secret;
  }

  void sendLater(Session session, String status, Duration wait) {
    var _ =
        later.schedule(() -> send(session, status, false), wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// @param swapped name another transaction of the issuer
  void send(Session session, String status, boolean swapped) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("messageType", "RReq");
    message.put("messageVersion", session.text("messageVersion"));
    message.put("messageCategory", "01");
    message.put("threeDSServerTransID", session.serverId());
    message.put("dsTransID", session.dsTransId());
    message.put("acsTransID", swapped ? UUID.randomUUID().toString() : session.acsTransId());
    message.put(
        "interactionCounter", String.format(Locale.ROOT, "%02d", session.wrong().get() + 1));
    message.put("authenticationMethod", "03");
    message.put("transStatus", status);
    message.put("eci", session.eci(status));
    if (status.equals("Y") || status.equals("A")) {
      message.put("authenticationValue", session.proof());
    } else {
      message.put("transStatusReason", "01");
    }
    post(session.text("threeDSServerURL"), message);
  }

  private void post(String url, Map<String, Object> message) {
    try {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(url))
                  .timeout(ANSWER_WITHIN)
                  .header("Content-Type", "application/json;charset=utf-8")
                  .header("Authorization", "Bearer " + secret)
                  .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(message)))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      LOGGER.info("a RReq was answered {} {}", answer.statusCode(), answer.body());
    } catch (IOException e) {
      LOGGER.warn("a RReq was not answered: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    later.shutdownNow();
    client.shutdownNow();
  }
}
