package io.openvpos.merchant.golive.http;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.access.MerchantAccess;
import io.openvpos.merchant.golive.Certifications;
import io.openvpos.merchant.golive.GoingLive;
import io.openvpos.merchant.golive.GoingLive.Outcome;
import io.openvpos.merchant.golive.GoingLive.Refusal;
import io.openvpos.merchant.golive.domain.Certification;
import io.openvpos.merchant.golive.domain.CertificationItem;
import io.openvpos.merchant.golive.domain.Tick;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.domain.LiveRequest;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// The checklist, the request and the approval.
@RestController
final class GoLiveController {

  private final Merchants merchants;
  private final Certifications certifications;
  private final GoingLive goingLive;

  GoLiveController(Merchants merchants, Certifications certifications, GoingLive goingLive) {
    this.merchants = merchants;
    this.certifications = certifications;
    this.goingLive = goingLive;
  }

  record Item(
      String item,
      boolean required,
      boolean passed,
      @Nullable Instant at,
      @Nullable String evidence) {}

  record Checklist(
      boolean complete,
      boolean live,
      @Nullable String requestedBy,
      @Nullable Instant requestedAt,
      List<Item> items) {

    static Checklist of(Merchant merchant, Certification certification) {
      LiveRequest request = merchant.liveRequest();
      return new Checklist(
          certification.complete(merchant.authenticates()),
          merchant.modes().contains(Mode.LIVE),
          request == null ? null : request.by(),
          request == null ? null : request.at(),
          Stream.of(CertificationItem.values())
              .map(item -> item(item, merchant, certification.of(item)))
              .toList());
    }

    private static Item item(CertificationItem item, Merchant merchant, Optional<Tick> tick) {
      return new Item(
          item.code(),
          item.requiredOf(merchant.authenticates()),
          tick.isPresent(),
          tick.map(Tick::at).orElse(null),
          tick.map(Tick::evidence).orElse(null));
    }
  }

  @GetMapping("/v1/merchants/{id}/certification")
  Checklist read(Caller caller, @PathVariable String id) {
    MerchantAccess.read(caller, id);
    Merchant merchant = merchants.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
    return Checklist.of(merchant, certifications.of(id));
  }

  @PostMapping("/v1/merchants/{id}/go-live")
  Checklist request(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    MerchantAccess.administer(caller, id);
    return answer(goingLive.request(id, Actors.of(caller, exchange)));
  }

  @PostMapping("/v1/merchants/{id}/go-live/approval")
  Checklist approve(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    Access.require(caller, Role.ACQUIRER_OPS);
    return answer(goingLive.approve(id, Actors.of(caller, exchange)));
  }

  private Checklist answer(Optional<Outcome> outcome) {
    return switch (outcome.orElseThrow(() -> ProblemException.of(404, "not_found"))) {
      case Outcome.Done(Merchant merchant) ->
          Checklist.of(merchant, certifications.of(merchant.id()));
      case Outcome.Refused(Refusal reason) -> throw problem(reason);
    };
  }

  private static ProblemException problem(Refusal reason) {
    return ProblemException.of(reason == Refusal.FOUR_EYES ? 403 : 409, reason.code());
  }
}
