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
    int status =
        switch (reason) {
          case WRONG_STATUS, RECOMMENDATION_CHANGED, PAPERS_MISSING, SITE_UNSETTLED -> 409;
          case FOUR_EYES -> 403;
          case TOO_MANY_PAPERS, OTHER_AGREEMENT -> 422;
        };
    return ProblemException.of(status, reason.code());
  }
}
