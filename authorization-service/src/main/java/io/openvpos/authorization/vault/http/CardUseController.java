package io.openvpos.authorization.vault.http;

import io.openvpos.authorization.vault.CardUse;
import io.openvpos.authorization.vault.CardUseRows;
import io.openvpos.authorization.vault.CardUseRows.Question;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.PageLimit;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who read which stored card number, for the auditor.
@RestController
final class CardUseController {

  private final CardUseRows uses;

  CardUseController(CardUseRows uses) {
    this.uses = uses;
  }

  /// One reading.
  record UseView(
      String id,
      String at,
      String merchantId,
      String mode,
      String token,
      String purpose,
      String reference) {

    static UseView of(CardUse use) {
      return new UseView(
          use.id(),
          use.at().toString(),
          use.merchantId(),
          use.mode().code(),
          use.token(),
          use.purpose(),
          use.reference());
    }
  }

  /// One page of a list.
  record UsePage(List<UseView> data, boolean hasMore) {}

  @Operation(
      description =
          "Every reading of a stored card number, newest first: whose token, when, what for. Each"
              + " was recorded before the number was read.")
  @GetMapping("/v1/card-uses")
  UsePage list(
      Caller caller,
      @RequestParam(required = false) @Nullable String token,
      @RequestParam(name = "merchant_id", required = false) @Nullable String merchantId,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter) {
    Caller.Staff _ = Access.require(caller, Role.AUDITOR);
    int most = PageLimit.of(limit);
    List<CardUse> found = uses.list(new Question(token, merchantId, startingAfter, most + 1));
    return new UsePage(found.stream().limit(most).map(UseView::of).toList(), found.size() > most);
  }
}
