package io.openvpos.messaging.deadletter;

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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Dead letters for the acquirer's operators: how many there are, never what they say.
@RestController
public final class DeadLetterController {

  private static final Logger LOGGER = LoggerFactory.getLogger(DeadLetterController.class);

  private final DeadLetters letters;
  private final JsonBody body;

  DeadLetterController(DeadLetters letters, JsonBody body) {
    this.letters = letters;
    this.body = body;
  }

  /// @param records not replayed yet
  record Letters(String topic, String sourceTopic, String group, long records) {}

  record AllLetters(List<Letters> data) {}

  record ReplayRequest(@Nullable String topic) {}

  /// @param replayed sent to the source topic by this call
  record Replayed(String topic, String sourceTopic, long replayed) {}

  @GetMapping("/v1/dead-letters")
  AllLetters list(@Parameter(hidden = true) Caller caller) {
    Access.require(caller, Role.ACQUIRER_OPS, Role.AUDITOR);
    return new AllLetters(
        letters.waiting().stream()
            .map(waiting ->
                new Letters(
                    waiting.topic().topic().name(),
                    waiting.topic().source().name(),
                    waiting.topic().group(),
                    waiting.records()))
            .toList());
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ReplayRequest.class))))
  @PostMapping("/v1/dead-letters/replay")
  Replayed replay(@Parameter(hidden = true) Caller caller, ServerWebExchange exchange) {
    Caller.Staff staff = Access.require(caller, Role.ACQUIRER_OPS);
    String name = body.read(exchange, ReplayRequest.class).topic();
    if (name == null || name.isBlank()) {
      throw ProblemException.of(400, "validation_failed").field("/topic", "required");
    }
    DeadLetterTopic topic =
        letters
            .named(name)
            .orElseThrow(
                () -> ProblemException.of(400, "validation_failed").field("/topic", "invalid"));
    long replayed = letters.replay(topic);
    LOGGER.warn("{} replays {} records of {}", staff.subject(), replayed, name);
    return new Replayed(name, topic.source().name(), replayed);
  }
}
