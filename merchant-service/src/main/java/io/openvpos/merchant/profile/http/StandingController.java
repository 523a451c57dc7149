package io.openvpos.merchant.profile.http;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.profile.Standing;
import io.openvpos.merchant.profile.Standing.Outcome;
import io.openvpos.merchant.profile.domain.Status;
import io.openvpos.merchant.profile.http.ProfileAnswers.MerchantAnswer;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Suspend, resume and close, by the acquirer's operators. The edge hears of it within seconds.
@RestController
final class StandingController {

  private final Standing standing;

  StandingController(Standing standing) {
    this.standing = standing;
  }

  @PostMapping("/v1/merchants/{id}/suspension")
  MerchantAnswer suspend(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    return change(caller, id, Status.SUSPENDED, exchange);
  }

  @PostMapping("/v1/merchants/{id}/resumption")
  MerchantAnswer resume(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    return change(caller, id, Status.ACTIVE, exchange);
  }

  @PostMapping("/v1/merchants/{id}/closure")
  MerchantAnswer close(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    return change(caller, id, Status.CLOSED, exchange);
  }

  private MerchantAnswer change(
      Caller caller, String id, Status wanted, ServerWebExchange exchange) {
    Access.require(caller, Role.ACQUIRER_OPS);
    return switch (standing
        .change(id, wanted, Actors.of(caller, exchange))
        .orElseThrow(() -> ProblemException.of(404, "not_found"))) {
      case Outcome.Changed changed -> MerchantAnswer.of(changed.merchant());
      case Outcome.Closed _ -> throw ProblemException.of(409, "merchant_closed");
    };
  }
}
