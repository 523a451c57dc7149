package io.openvpos.merchant.staff.http;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.staff.UserAdmin;
import io.openvpos.merchant.staff.UserAdmin.Invite;
import io.openvpos.merchant.staff.UserAdmin.Outcome;
import io.openvpos.merchant.staff.UserRules;
import io.openvpos.merchant.staff.Users;
import io.openvpos.merchant.staff.domain.User;
import io.openvpos.merchant.staff.http.UserAnswers.InvitationAnswer;
import io.openvpos.merchant.staff.http.UserAnswers.UserAnswer;
import io.openvpos.merchant.staff.http.UserAnswers.UserPage;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Users and their roles, for a merchant's administrators and the acquirer's operators; auditors
/// may read.
@RestController
final class UserController {

  private static final int MOST = 100;

  private final Users users;
  private final UserAdmin admin;
  private final UserRules rules;
  private final JsonBody body;

  UserController(Users users, UserAdmin admin, UserRules rules, JsonBody body) {
    this.users = users;
    this.admin = admin;
    this.rules = rules;
    this.body = body;
  }

  record InviteRequest(
      @Nullable String email,
      @Nullable String name,
      @Nullable List<String> roles,
      @Nullable String merchantId) {}

  record ChangeRequest(
      @Nullable String name, @Nullable List<String> roles, @Nullable Boolean active) {}

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = InviteRequest.class))))
  @PostMapping("/v1/users")
  @ResponseStatus(HttpStatus.CREATED)
  InvitationAnswer invite(Caller caller, ServerWebExchange exchange) {
    UserRules.requireAdmin(caller);
    InviteRequest sent = body.read(exchange, InviteRequest.class);
    Invite invite =
        rules.invite(caller, sent.email(), sent.name(), sent.roles(), sent.merchantId());
    return admin
        .invite(invite, Actors.of(caller, exchange))
        .map(InvitationAnswer::of)
        .orElseThrow(() -> ProblemException.of(409, "email_taken"));
  }

  /// Without `merchant_id` the acquirer's own people; a merchant's administrator sees the own ones.
  @GetMapping("/v1/users")
  UserPage list(
      Caller caller,
      @RequestParam(name = "merchant_id", required = false) @Nullable String merchantId,
      @RequestParam(required = false, defaultValue = "50") int limit,
      @RequestParam(name = "starting_after", required = false, defaultValue = "") String after) {
    Access.require(caller, Role.ACQUIRER_OPS, Role.AUDITOR, Role.MERCHANT_ADMIN);
    if (limit < 1 || limit > MOST) {
      throw ProblemException.of(400, "validation_failed").field("limit", "out_of_range");
    }
    List<User> found = users.of(UserRules.house(caller, merchantId).orElse(null), after, limit + 1);
    return new UserPage(
        found.stream().limit(limit).map(UserAnswer::of).toList(), found.size() > limit);
  }

  @GetMapping("/v1/users/{email}")
  UserAnswer read(Caller caller, @PathVariable String email) {
    Access.require(caller, Role.ACQUIRER_OPS, Role.AUDITOR, Role.MERCHANT_ADMIN);
    return UserAnswer.of(rules.visible(caller, email));
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ChangeRequest.class))))
  @PatchMapping("/v1/users/{email}")
  UserAnswer change(Caller caller, @PathVariable String email, ServerWebExchange exchange) {
    UserRules.requireAdmin(caller);
    User user = rules.visible(caller, email);
    ChangeRequest sent = body.read(exchange, ChangeRequest.class);
    UserAdmin.Change change = rules.change(user, sent.name(), sent.roles(), sent.active());
    return switch (admin.change(user.email(), change, Actors.of(caller, exchange))) {
      case Outcome.Changed(User changed) -> UserAnswer.of(changed);
      case Outcome.Unknown _ -> throw ProblemException.of(404, "not_found");
      case Outcome.OwnAccount _ -> throw ProblemException.of(409, "own_account");
      case Outcome.LastAdmin _ -> throw ProblemException.of(409, "last_admin");
    };
  }

  /// Another link, where the first one or the password is lost.
  @PostMapping("/v1/users/{email}/invitation")
  @ResponseStatus(HttpStatus.CREATED)
  InvitationAnswer inviteAgain(
      Caller caller, @PathVariable String email, ServerWebExchange exchange) {
    UserRules.requireAdmin(caller);
    User user = rules.visible(caller, email);
    return admin
        .inviteAgain(user.email(), Actors.of(caller, exchange))
        .map(InvitationAnswer::of)
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }
}
