package io.openvpos.merchant.application.page;

import io.openvpos.merchant.application.domain.Application;
import io.openvpos.merchant.application.domain.Application.Refusal;
import io.openvpos.merchant.application.domain.Application.Step;
import io.openvpos.messaging.http.ProblemException;
import java.util.Optional;

/// Refused steps as pages tell them.
final class StepProblems {

  private StepProblems() {}

  static Application taken(Optional<Step> step) {
    return switch (step.orElseThrow(() -> ProblemException.of(404, "not_found"))) {
      case Step.Taken(Application application) -> application;
      case Step.Refused(Refusal reason) -> throw ProblemException.of(409, reason.code());
    };
  }
}
