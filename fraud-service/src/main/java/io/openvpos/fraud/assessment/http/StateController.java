package io.openvpos.fraud.assessment.http;

import io.openvpos.fraud.assessment.PartitionStates;
import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What histories this instance holds, to compare with another's or with those of a rebuilt one.
@RestController
class StateController {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final PartitionStates states;

  StateController(PartitionStates states) {
    this.states = states;
  }

  /// @param schemaHash of the layout of states; only states of one layout can be compared
  /// @param featureSchemaHash of the served vectors
  record StatesView(
      String topic, String schemaHash, String featureSchemaHash, List<StateView> data) {}

  /// @param offset of the last record in it; null before the first
  /// @param attempts remembered
  record StateView(
      int partition, @Nullable Long offset, long attempts, String stateHash, boolean answering) {}

  @GetMapping("/v1/fraud/state")
  StatesView read(@Parameter(hidden = true) Caller caller) {
    Access.require(caller, Role.FRAUD_ANALYST, Role.AUDITOR);
    return new StatesView(
        states.topic(),
        states.schema(),
        FeatureSchema.hash(),
        held().stream()
            .map(each ->
                new StateView(
                    each.partition(),
                    each.offset(),
                    each.attempts(),
                    each.digest(),
                    each.answering()))
            .toList());
  }

  private List<PartitionStates.PartitionState> held() {
    try {
      return states.read();
    } catch (IllegalStateException notReading) {
      throw ProblemException.of(503, "service_unavailable").retryAfter(RETRY_AFTER);
    }
  }
}
