package io.openvpos.sandbox.threeds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// The directory server: which cards take part (PReq), and what an issuer says of one (AReq).
final class DirectoryDesk {

  private static final List<String> REQUIRED =
      List.of(
          "threeDSServerTransID",
          "threeDSServerURL",
          "notificationURL",
          "acctNumber",
          "purchaseAmount",
          "purchaseCurrency",
          "messageVersion",
          "browserAcceptHeader",
          "browserUserAgent");

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final String url;
  private final Consumer<Session> decoupled;

  /// @param url this server's own
  /// @param decoupled told of cardholders who are asked elsewhere
  DirectoryDesk(String url, Consumer<Session> decoupled) {
    this.url = url;
    this.decoupled = decoupled;
  }

  Session session(String acsTransId) {
    Session found = sessions.get(acsTransId);
    if (found == null) {
      throw new IllegalArgumentException("no such transaction");
    }
    return found;
  }

  Map<String, Object> answer(JsonNode message) {
    return switch (message.path("messageType").asString("")) {
      case "PReq" -> ranges();
      case "AReq" -> authenticate(message);
      default -> error("101", "messageType");
    };
  }

  private Map<String, Object> ranges() {
    String method = url + "/method";
    return Map.of(
        "messageType",
        "PRes",
        "messageVersion",
        "2.2.0",
        "dsTransID",
        UUID.randomUUID().toString(),
        "cardRangeData",
        List.of(
            range("4155650100000000", "4155650199999999", "2.1.0", "2.2.0", method),
            range("4155650120000000", "4155650129999999", "2.1.0", "2.2.0", method + "/slow"),
            range("5528790000000000", "5528790089999999", "2.1.0", "2.2.0", ""),
            range("9792030000000000", "9792030099999999", "2.1.0", "2.1.0", method)));
  }

  private static Map<String, Object> range(
      String from, String to, String lowest, String highest, String method) {
    Map<String, Object> range = new LinkedHashMap<>();
    range.put("startRange", from);
    range.put("endRange", to);
    range.put("actionInd", "A");
    range.put("acsStartProtocolVersion", lowest);
    range.put("acsEndProtocolVersion", highest);
    if (!method.isEmpty()) {
      range.put("threeDSMethodURL", method);
    }
    return range;
  }

  private Map<String, Object> authenticate(JsonNode request) {
    for (String name : REQUIRED) {
      if (request.path(name).asString("").isEmpty()) {
        return error("201", name);
      }
    }
    CardOutcome outcome = CardOutcome.of(request.path("acctNumber").asString(""));
    if (outcome == CardOutcome.ERROR) {
      return error("403", "ACS");
    }
    Session session =
        new Session(
            request,
            UUID.randomUUID().toString(),
            UUID.randomUUID().toString(),
            new AtomicInteger(),
            outcome);
    sessions.put(session.acsTransId(), session);
    return answer(session);
  }

  private Map<String, Object> answer(Session session) {
    CardOutcome outcome = session.outcome();
    String status = outcome.status();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("messageType", "ARes");
    answer.put("messageVersion", session.text("messageVersion"));
    answer.put("threeDSServerTransID", session.serverId());
    answer.put("dsTransID", session.dsTransId());
    answer.put("acsTransID", session.acsTransId());
    answer.put("dsReferenceNumber", "SANDBOX_DS_0001");
    answer.put("acsReferenceNumber", "SANDBOX_ACS_0001");
    answer.put("transStatus", status);
    switch (status) {
      case "C" -> {
        answer.put("acsChallengeMandated", "Y");
        answer.put("authenticationType", "02");
        if (outcome != CardOutcome.NO_ACS_URL) {
          answer.put("acsURL", url + "/acs/challenge");
        }
      }
      case "D" -> decoupled.accept(session);
      default -> answer.put("eci", session.eci(status));
    }
    if ((status.equals("Y") || status.equals("A")) && outcome != CardOutcome.NO_PROOF) {
      answer.put("authenticationValue", session.proof());
    }
    if (status.equals("N") || status.equals("R") || status.equals("U")) {
      answer.put("transStatusReason", "01");
    }
    return answer;
  }

  private static Map<String, Object> error(String code, String detail) {
    return Map.of(
        "messageType", "Erro",
        "messageVersion", "2.2.0",
        "errorComponent", "D",
        "errorCode", code,
        "errorDescription", "refused by the sandbox",
        "errorDetail", detail);
  }
}
