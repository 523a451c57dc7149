package io.openvpos.sandbox.threeds;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The issuers' access control server: asks for a code, and tells the result twice: to the 3DS
/// Server, and with the browser.
final class AccessControl {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int TRIES = 3;
  private static final Duration LATE = Duration.ofSeconds(40);

  private final DirectoryDesk directory;
  private final ResultSender results;

  AccessControl(DirectoryDesk directory, ResultSender results) {
    this.directory = directory;
    this.results = results;
  }

  /// The page that asks for the code.
  String challenge(Map<String, String> form) {
    JsonNode creq = decoded(form.getOrDefault("creq", ""));
    Session session = directory.session(creq.path("acsTransID").asString(""));
    return session.serverId().equals(creq.path("threeDSServerTransID").asString(""))
        ? AcsPages.challenge(session, false)
        : AcsPages.gone();
  }

  /// A code was typed, or the cardholder gave up.
  String typed(Map<String, String> form) {
    Session session = directory.session(form.getOrDefault("acsTransID", ""));
    if (form.containsKey("cancel")) {
      return finished(session, "N");
    }
    Optional<Otp> otp = Otp.of(form.getOrDefault("otp", ""));
    if (otp.isEmpty()) {
      return session.wrong().incrementAndGet() >= TRIES
          ? finished(session, "N")
          : AcsPages.challenge(session, true);
    }
    return switch (otp.get()) {
      case RESULT_LOST -> back(session, "Y");
      case RESULT_LATE -> {
        results.sendLater(session, "Y", LATE);
        yield back(session, "Y");
      }
      case IDS_SWAPPED -> {
        results.send(session, "Y", true);
        yield back(session, "Y");
      }
      case RESULT_TWICE -> {
        results.send(session, "Y", false);
        yield finished(session, "Y");
      }
      case BROKEN_RESPONSE -> {
        results.send(session, "Y", false);
        yield AcsPages.back(session, "bm8gQ1Jlcw");
      }
      case RIGHT, NOT_AUTHENTICATED, REJECTED, UNAVAILABLE, ATTEMPT, SESSION_EXPIRED ->
          finished(session, otp.get().status());
    };
  }

  /// The 3DS method: the frame goes back at once.
  String method(Map<String, String> form) {
    String data = form.getOrDefault("threeDSMethodData", "");
    return AcsPages.method(decoded(data).path("threeDSMethodNotificationURL").asString(""), data);
  }

  private String finished(Session session, String status) {
    results.send(session, status, false);
    return back(session, status);
  }

  private static String back(Session session, String status) {
    Map<String, Object> cres = new LinkedHashMap<>();
    cres.put("messageType", "CRes");
    cres.put("messageVersion", session.text("messageVersion"));
    cres.put("threeDSServerTransID", session.serverId());
    cres.put("acsTransID", session.acsTransId());
    cres.put("challengeCompletionInd", "Y");
    cres.put("transStatus", status.equals("Y") || status.equals("A") ? "Y" : "N");
    byte[] json = JSON.writeValueAsString(cres).getBytes(StandardCharsets.UTF_8);
    return AcsPages.back(session, Base64.getUrlEncoder().withoutPadding().encodeToString(json));
  }

  private static JsonNode decoded(String data) {
    return JSON.readTree(new String(Base64.getUrlDecoder().decode(data), StandardCharsets.UTF_8));
  }
}
