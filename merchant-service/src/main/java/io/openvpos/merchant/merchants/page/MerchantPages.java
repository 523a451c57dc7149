package io.openvpos.merchant.merchants.page;

import io.openvpos.card.CardNumbers;
import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.audit.AuditRecords;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.golive.Certifications;
import io.openvpos.merchant.golive.GoingLive;
import io.openvpos.merchant.golive.GoingLive.Outcome;
import io.openvpos.merchant.golive.domain.CertificationItem;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.PayoutHolds;
import io.openvpos.merchant.profile.SecurityChanges;
import io.openvpos.merchant.profile.Standing;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.domain.Status;
import io.openvpos.merchant.profile.domain.ThreeDSecurePolicy;
import io.openvpos.merchant.profile.domain.ThreeDSecurePolicy.Kind;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// Merchants for the acquirer's staff: who they are, how they stand, and whether they go live.
@PageController
final class MerchantPages {

  private static final String PATH = "/portal/merchants";
  private static final Locale TURKISH = Locale.of("tr");

  private final Merchants merchants;
  private final Standing standing;
  private final Certifications certifications;
  private final GoingLive goingLive;
  private final AuditRecords audit;
  private final PayoutHolds holds;
  private final SecurityChanges security;

  MerchantPages(
      Merchants merchants,
      Standing standing,
      Certifications certifications,
      GoingLive goingLive,
      AuditRecords audit,
      PayoutHolds holds,
      SecurityChanges security) {
    this.merchants = merchants;
    this.standing = standing;
    this.certifications = certifications;
    this.goingLive = goingLive;
    this.audit = audit;
    this.holds = holds;
    this.security = security;
  }

  @Bean
  static NavEntry merchantsEntry() {
    return NavEntry.of(
        120, PATH, "merchants.menu", Role.ACQUIRER_OPS, Role.ACQUIRER_FINANCE, Role.AUDITOR);
  }

  /// Found by a part of the name, the id or the number.
  @GetMapping(PATH)
  Rendering list(PageCaller caller, @RequestParam(required = false) @Nullable String q) {
    caller.require(Role.ACQUIRER_OPS, Role.ACQUIRER_FINANCE, Role.AUDITOR);
    String sought = q == null ? "" : q.strip().toLowerCase(TURKISH);
    List<Merchant> found =
        merchants.all().stream().filter(merchant -> matches(merchant, sought)).toList();
    return caller
        .page("merchants/list")
        .with("merchants", found)
        .with("q", q == null ? "" : q)
        .rendering();
  }

  @GetMapping(PATH + "/{id}")
  Rendering read(PageCaller caller, @PathVariable String id) {
    caller.require(Role.ACQUIRER_OPS, Role.ACQUIRER_FINANCE, Role.AUDITOR);
    return shown(caller, find(id)).rendering();
  }

  private PageModel shown(PageCaller caller, Merchant merchant) {
    return caller
        .page("merchants/merchant")
        .with("merchant", merchant)
        .with("certification", certifications.of(merchant.id()))
        .with("items", CertificationItem.values())
        .with("live", merchant.modes().contains(Mode.LIVE))
        .with("mayAct", caller.has(Role.ACQUIRER_OPS))
        .with("policies", policies(caller))
        .with("trail", audit.of("merchant:" + merchant.id()));
  }

  @PostMapping(PATH + "/{id}/standing")
  Rendering stand(PageCaller caller, @PathVariable String id, PageForm form) {
    Actor by = Actors.of(caller.require(Role.ACQUIRER_OPS), caller.exchange());
    Status wanted =
        Stream.of(Status.values())
            .filter(status -> status.code().equals(form.text("status")))
            .findFirst()
            .orElseThrow(() -> ProblemException.of(400, "malformed_form"));
    return switch (standing
        .change(id, wanted, by)
        .orElseThrow(() -> ProblemException.of(404, "not_found"))) {
      case Standing.Outcome.Changed _ ->
          caller.redirect(PATH + "/" + id, "merchants." + wanted.code() + ".done");
      case Standing.Outcome.Closed _ -> throw ProblemException.of(409, "merchant_closed");
    };
  }

  /// From the next close on nothing is paid out; the merchant sees why.
  @PostMapping(PATH + "/{id}/payout-hold")
  Rendering hold(PageCaller caller, @PathVariable String id, PageForm form) {
    Actor by = Actors.of(caller.require(Role.ACQUIRER_OPS), caller.exchange());
    Merchant merchant = find(id);
    String reason = form.text("reason");
    PageErrors errors = caller.errors();
    errors.check(!reason.isEmpty(), "reason", "required");
    errors.check(reason.length() <= PayoutHolds.MOST_LETTERS, "reason", "too_long");
    errors.check(!CardNumbers.mayBeIn(reason), "reason", "card_number_not_allowed");
    if (!errors.isEmpty()) {
      return shown(caller, merchant).rejected(form, errors).rendering();
    }
    var _ = holds.hold(id, reason, by);
    return caller.redirect(PATH + "/" + id, "merchants.held.done");
  }

  @PostMapping(PATH + "/{id}/payout-release")
  Rendering release(PageCaller caller, @PathVariable String id) {
    Actor by = Actors.of(caller.require(Role.ACQUIRER_OPS), caller.exchange());
    if (holds.release(id, by).isEmpty()) {
      throw ProblemException.of(404, "not_found");
    }
    return caller.redirect(PATH + "/" + id, "merchants.released.done");
  }

  @PostMapping(PATH + "/{id}/go-live")
  Rendering goLive(PageCaller caller, @PathVariable String id) {
    Actor by = Actors.of(caller.require(Role.ACQUIRER_OPS), caller.exchange());
    Outcome outcome =
        goingLive.approve(id, by).orElseThrow(() -> ProblemException.of(404, "not_found"));
    return switch (outcome) {
      case Outcome.Done _ -> caller.redirect(PATH + "/" + id, "merchants.live.done");
      case Outcome.Refused(GoingLive.Refusal reason) ->
          throw ProblemException.of(409, reason.code());
    };
  }

  /// When the merchant's shoppers are authenticated.
  @PostMapping(PATH + "/{id}/three-d-secure")
  Rendering authenticate(PageCaller caller, @PathVariable String id, PageForm form) {
    Actor by = Actors.of(caller.require(Role.ACQUIRER_OPS), caller.exchange());
    Merchant merchant = find(id);
    PageErrors errors = caller.errors();
    Optional<ThreeDSecurePolicy> wanted = ThreeDSecureForm.read(caller, form, merchant, errors);
    if (wanted.isEmpty()) {
      return shown(caller, merchant).rejected(form, errors).rendering();
    }
    var _ = security.threeDSecure(id, wanted.get(), by);
    return caller.redirect(PATH + "/" + id, "merchants.policy.done");
  }

  private static Map<String, String> policies(PageCaller caller) {
    Map<String, String> policies = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      policies.put(kind.code(), caller.text("policy." + kind.code()));
    }
    return policies;
  }

  private Merchant find(String id) {
    return merchants.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private static boolean matches(Merchant merchant, String sought) {
    return merchant.name().toLowerCase(TURKISH).contains(sought)
        || merchant.id().contains(sought)
        || merchant.registration().number().contains(sought);
  }
}
