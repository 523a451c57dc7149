package io.openvpos.fraud.assessment.http;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.Assessments;
import io.openvpos.fraud.rules.RuleSets;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.Messages;
import io.openvpos.messaging.http.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Why a payment got its score.
@RestController
class AssessmentController {

  private final Assessments assessments;
  private final ReasonTexts texts;

  AssessmentController(Assessments assessments, Messages messages, RuleSets sets) {
    this.texts = new ReasonTexts(messages, sets);
    this.assessments = assessments;
  }

  @GetMapping("/v1/assessments/{paymentId}")
  AssessmentView find(@Parameter(hidden = true) Caller caller, @PathVariable String paymentId) {
    Access.require(caller, Role.FRAUD_ANALYST, Role.ACQUIRER_OPS, Role.AUDITOR);
    List<Assessment> found = assessments.ofPayment(paymentId);
    if (found.isEmpty()) {
      throw ProblemException.of(404, "not_found");
    }
    return AssessmentView.of(found, texts);
  }
}
