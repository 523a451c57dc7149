package io.openvpos.merchant.callme.http;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.callme.CallDesk;
import io.openvpos.merchant.callme.CallDesk.Wish;
import io.openvpos.merchant.callme.CallRequest;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.Languages;
import io.openvpos.messaging.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Anybody asks to be called; the acquirer's operators see who waits and strike off whom they
/// called.
@RestController
final class CallController {

  private final CallDesk desk;
  private final JsonBody body;

  CallController(CallDesk desk, JsonBody body) {
    this.desk = desk;
    this.body = body;
  }

  record Reference(String id) {}

  record Call(
      String id,
      String name,
      String phone,
      String note,
      String language,
      Instant createdAt,
      @Nullable String calledBy) {

    static Call of(CallRequest request) {
      return new Call(
          request.id(),
          request.name(),
          request.phone(),
          request.note(),
          request.language(),
          request.createdAt(),
          request.calledBy());
    }
  }

  record Calls(List<Call> data) {}

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Wish.class))))
  @PostMapping("/v1/call-requests")
  @ResponseStatus(HttpStatus.CREATED)
  Reference ask(ServerWebExchange exchange) {
    FieldErrors errors = new FieldErrors();
    Wish wish = body.read(exchange, Wish.class);
    String language = Languages.of(exchange.getRequest()).getLanguage();
    var taken = desk.take(wish, language, errors, Actors.applicant(exchange));
    errors.throwIfAny();
    return new Reference(taken.orElseThrow().id());
  }

  @GetMapping("/v1/call-requests")
  Calls open(Caller caller) {
    Access.require(caller, Role.ACQUIRER_OPS, Role.AUDITOR);
    return new Calls(desk.open().stream().map(Call::of).toList());
  }

  @PostMapping("/v1/call-requests/{id}/call")
  Call called(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    Access.require(caller, Role.ACQUIRER_OPS);
    return desk.called(id, Actors.of(caller, exchange))
        .map(Call::of)
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }
}
