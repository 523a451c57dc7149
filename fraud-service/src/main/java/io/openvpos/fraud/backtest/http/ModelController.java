package io.openvpos.fraud.backtest.http;

import io.openvpos.fraud.backtest.BackTest;
import io.openvpos.fraud.model.Models;
import io.openvpos.fraud.model.ScoringModel;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// The model that scores and the one in shadow, and both on payments of the past.
@RestController
class ModelController {

  private static final String LIVE = "live";
  private static final String SHADOW = "shadow";

  private final Models models;
  private final BackTest backTest;
  private final JsonBody body;

  ModelController(Models models, BackTest backTest, JsonBody body) {
    this.models = models;
    this.backTest = backTest;
    this.body = body;
  }

  @Operation(description = "The model that scores, and the one that is tried beside it.")
  @GetMapping("/v1/models")
  ModelAnswer.All list(@Parameter(hidden = true) Caller caller) {
    Access.require(caller, Role.FRAUD_ANALYST, Role.ACQUIRER_OPS, Role.AUDITOR);
    return new ModelAnswer.All(
        Stream.of(LIVE, SHADOW)
            .filter(id -> named(id) != null)
            .map(id -> ModelAnswer.of(id, Objects.requireNonNull(named(id))))
            .toList());
  }

  @Operation(
      description =
          "What a model would have done to stored payments, on the vectors that were served, if it"
              + " declined from a probability on.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = BackTestRequests.Model.class))))
  @PostMapping("/v1/models/{id}/back-test")
  ModelAnswer.Tested run(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      ServerWebExchange exchange) {
    Access.require(caller, Role.FRAUD_ANALYST);
    ScoringModel model = named(id);
    if (model == null) {
      throw ProblemException.of(404, "not_found");
    }
    BackTestRequests.Model sent = body.read(exchange, BackTestRequests.Model.class);
    BackTest.Span span = BackTestRequests.span(sent.days(), sent.mode());
    double from = BackTestRequests.probability(sent.fromBasisPoints());
    int basisPoints = Objects.requireNonNull(sent.fromBasisPoints());
    return ModelAnswer.tested(
        ModelAnswer.of(id, model), span, basisPoints, backTest.run(model, from, span));
  }

  private @Nullable ScoringModel named(String id) {
    return switch (id) {
      case LIVE -> models.live();
      case SHADOW -> models.shadow();
      default -> null;
    };
  }
}
