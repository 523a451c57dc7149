package io.openvpos.merchant.application.http;

import io.openvpos.merchant.application.domain.Application;
import io.openvpos.merchant.application.domain.Application.Refusal;
import io.openvpos.merchant.application.domain.Application.Step;
import io.openvpos.messaging.http.ProblemException;
import java.util.Optional;

/// A step's outcome over HTTP.
final class Steps {

  private Steps() {}

  static Application taken(Optional<Step> step) {
    return switch (step.orElseThrow(() -> ProblemException.of(404, "not_found"))) {
      case Step.Taken(Application application) -> application;
      case Step.Refused(Refusal reason) -> throw problem(reason);
    };
  }

  static ProblemException problem(Refusal reason) {
    return switch (reason) {
      case WRONG_STATUS -> ProblemException.of(409, "application_status");
      case FOUR_EYES -> ProblemException.of(403, "four_eyes");
      case PAPERS_MISSING -> ProblemException.of(409, "papers_missing");
      case SITE_UNSETTLED -> ProblemException.of(409, "site_check_unsettled");
      case TOO_MANY_PAPERS -> ProblemException.of(422, "too_many_papers");
      case OTHER_AGREEMENT -> ProblemException.of(422, "other_agreement");
    };
  }
}
