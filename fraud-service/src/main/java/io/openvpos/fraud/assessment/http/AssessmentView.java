package io.openvpos.fraud.assessment.http;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.openvpos.fraud.assessment.Assessment;
import java.time.Instant;
import java.util.List;

/// An assessment as analysts read it.
///
/// @param superseded earlier assessments of the same payment, under another request hash; the
///   newest first, almost always none
record AssessmentView(
    String object,
    String paymentId,
    String merchantId,
    String mode,
    String decision,
    int score,
    List<String> reasons,
    Velocity velocity,
    String cardFingerprint,
    String requestHash,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant requestedAt,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant assessedAt,
    List<AssessmentView> superseded) {

  /// Attempts of the card in the windows that ended at this one, itself included.
  record Velocity(int lastMinute, int lastHour, int lastDay) {}

  static AssessmentView of(List<Assessment> oldestFirst) {
    List<AssessmentView> superseded =
        oldestFirst.subList(0, oldestFirst.size() - 1).reversed().stream()
            .map(assessment -> of(assessment, List.of()))
            .toList();
    return of(oldestFirst.getLast(), superseded);
  }

  private static AssessmentView of(Assessment assessment, List<AssessmentView> superseded) {
    return new AssessmentView(
        "assessment",
        assessment.paymentId(),
        assessment.merchantId(),
        assessment.mode().code(),
        assessment.score().decision().code(),
        assessment.score().score(),
        assessment.score().reasons(),
        new Velocity(
            assessment.velocity().minute(),
            assessment.velocity().hour(),
            assessment.velocity().day()),
        assessment.cardFingerprint(),
        assessment.requestHash(),
        assessment.requestedAt(),
        assessment.assessedAt(),
        superseded);
  }
}
