package io.openvpos.sandbox.reports;

import io.openvpos.sandbox.client.Api;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Has every closed day's files made again and compared with the digests kept, one day after
/// another, oldest first.
public final class ReportCheck {

  private static final int MOST_DAYS = 1_000;

  private final Api settlement;
  private final PrintStream out;

  /// @param settlement as somebody of the acquirer's finance, or an auditor
  public ReportCheck(Api settlement, PrintStream out) {
    this.settlement = settlement;
    this.out = out;
  }

  /// False if a file came out differently, or a check could not be done.
  public boolean run() {
    List<String> days = closedDays();
    int failed = 0;
    for (String day : days) {
      if (!check(day)) {
        failed++;
      }
    }
    out.printf("%d closed days checked, %d with differences%n", days.size(), failed);
    return failed == 0;
  }

  private List<String> closedDays() {
    List<String> days = new ArrayList<>();
    String after = "";
    boolean more = true;
    while (more) {
      JsonNode page =
          settlement.get("/v1/business-days?status=closed&limit=" + MOST_DAYS + after).expect(200);
      page.path("data").forEach(day -> days.add(day.path("date").asString("")));
      more = page.path("has_more").asBoolean(false);
      after = days.isEmpty() ? "" : "&starting_after=" + days.getLast();
    }
    return days.reversed();
  }

  private boolean check(String day) {
    String id =
        settlement
            .post("/v1/business-days/" + day + "/reports/check", null)
            .expect(202)
            .path("id")
            .asString("");
    Api.await("the check of " + day + " is over", () -> isOver(job(id)));
    JsonNode job = job(id);
    boolean same =
        job.path("status").asString("").equals("done") && job.path("differing").asLong(1) == 0;
    out.printf(
        "%s  %s  %d file sets%s%n",
        day,
        same ? "same" : "DIFFERS",
        job.path("done").asLong(0),
        same ? "" : "  " + job.path("error").asString(""));
    job.path("differences")
        .forEach(difference ->
            out.printf(
                "  %s %s: kept %s, made %s%n",
                difference.path("subject").asString(""),
                difference.path("file").asString(""),
                difference.path("kept").asString(""),
                difference.path("found").asString("")));
    return same;
  }

  private JsonNode job(String id) {
    return settlement.get("/v1/report-jobs/" + id).expect(200);
  }

  private static boolean isOver(JsonNode job) {
    String status = job.path("status").asString("");
    return status.equals("done") || status.equals("failed");
  }
}
