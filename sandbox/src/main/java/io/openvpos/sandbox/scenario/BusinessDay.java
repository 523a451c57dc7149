package io.openvpos.sandbox.scenario;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import tools.jackson.databind.JsonNode;

/// The acquirer's finance team at the end of the day.
public final class BusinessDay {

  private final Api settlement;

  /// @param settlement settlement-service as somebody with the role acquirer_finance
  public BusinessDay(Api settlement) {
    this.settlement = settlement;
  }

  /// The date that takes sales now.
  public String open() {
    JsonNode days = settlement.get("/v1/business-days?status=open").expect(200).path("data");
    if (days.isEmpty()) {
      throw new IllegalStateException("no business day is open");
    }
    return days.get(0).path("date").asString("");
  }

  /// Asks for the close and waits until the day is closed.
  public JsonNode close(String date) {
    settlement.post("/v1/business-days/" + date + "/close", null).expect(202);
    return awaitClosed(date);
  }

  public JsonNode awaitClosed(String date) {
    Api.await("business day " + date + " is closed", () -> isClosed(day(date)));
    return day(date);
  }

  private JsonNode day(String date) {
    return settlement.get("/v1/business-days/" + date).expect(200);
  }

  private static boolean isClosed(JsonNode day) {
    return "closed".equals(day.path("status").asString(""));
  }

  public JsonNode batches(String date) {
    return settlement.get("/v1/batches?date=" + date + "&limit=100").expect(200).path("data");
  }

  /// The batch's report as it is downloaded.
  public String report(String batchId) {
    return text(settlement.get("/v1/batches/" + batchId + "/report.csv"));
  }

  /// The payout file of a closed day; empty if nothing was paid.
  public String payouts(String date, String currency) {
    Reply file =
        settlement.get("/v1/business-days/" + date + "/payouts.xml?mode=test&currency=" + currency);
    return file.status() == 404 ? "" : text(file);
  }

  private static String text(Reply reply) {
    reply.expect(200);
    return reply.text();
  }
}
