package io.openvpos.merchant.payments;

import io.openvpos.merchant.payments.EdgeClient.Answer;
import io.openvpos.messaging.http.ProblemException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/// What the edge says, as a body or as a problem of our own with the same code and fields.
public final class EdgeAnswers {

  private EdgeAnswers() {}

  public static JsonNode read(Answer answer) {
    if (answer.succeeded()) {
      return answer.body();
    }
    if (answer.status() >= 500 || answer.status() == 429) {
      throw ProblemException.of(503, "edge_unavailable");
    }
    ProblemException problem =
        ProblemException.of(answer.status(), answer.body().path("code").asString("bad_request"));
    answer
        .body()
        .path("errors")
        .forEach(error ->
            problem.field(
                error.path("pointer").asString(""), error.path("code").asString("invalid")));
    throw problem;
  }

  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
