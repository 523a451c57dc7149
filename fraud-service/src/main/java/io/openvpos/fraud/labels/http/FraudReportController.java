package io.openvpos.fraud.labels.http;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.Assessments;
import io.openvpos.fraud.labels.Label;
import io.openvpos.fraud.labels.NetworkReports;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// What issuers reported to their networks as fraud.
@RestController
class FraudReportController {

  private final Assessments assessments;
  private final NetworkReports reports;
  private final JsonBody body;
  private final Clock clock;

  FraudReportController(
      Assessments assessments, NetworkReports reports, JsonBody body, Clock clock) {
    this.assessments = assessments;
    this.reports = reports;
    this.body = body;
    this.clock = clock;
  }

  /// What is held of the payment by the report.
  record LabelAnswer(
      String object,
      String paymentId,
      boolean fraud,
      String source,
      String reason,
      @JsonFormat(shape = JsonFormat.Shape.STRING) Instant knownAt,
      String by) {

    static LabelAnswer of(Label label) {
      return new LabelAnswer(
          "label",
          label.paymentId(),
          label.fraud(),
          label.source(),
          label.reason(),
          label.knownAt(),
          label.by());
    }
  }

  @Operation(
      description =
          "A network's fraud report (TC40, SAFE) of a payment: labels it and lists its card. The"
              + " same payment's second report changes nothing.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = FraudReportReading.Sent.class))))
  @PostMapping("/v1/fraud-reports")
  ResponseEntity<LabelAnswer> report(
      @Parameter(hidden = true) Caller caller, ServerWebExchange exchange) {
    Caller.Staff analyst = Access.require(caller, Role.FRAUD_ANALYST);
    FraudReportReading read =
        FraudReportReading.of(body.read(exchange, FraudReportReading.Sent.class), clock.instant());
    List<Assessment> judged = assessments.ofPayment(read.paymentId());
    if (judged.isEmpty()) {
      throw ProblemException.of(400, "validation_failed").field("/payment_id", "unknown_payment");
    }
    Assessment newest = judged.getLast();
    if (read.at().isBefore(newest.requestedAt())) {
      throw ProblemException.of(400, "validation_failed").field("/reported_at", "out_of_range");
    }
    Label label =
        reports.take(
            new NetworkReports.Report(newest, read.reason(), read.at(), analyst.subject()));
    return ResponseEntity.status(HttpStatus.CREATED).body(LabelAnswer.of(label));
  }
}
