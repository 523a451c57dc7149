package io.openvpos.merchant.golive.page;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.golive.Certifications;
import io.openvpos.merchant.golive.GoingLive;
import io.openvpos.merchant.golive.GoingLive.Outcome;
import io.openvpos.merchant.golive.domain.Certification;
import io.openvpos.merchant.golive.domain.CertificationItem;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/// What the merchant has shown in test mode, and the request to go live.
@PageController
final class CertificationPages {

  private static final String PATH = "/portal/certification";

  private final Merchants merchants;
  private final Certifications certifications;
  private final GoingLive goingLive;

  CertificationPages(Merchants merchants, Certifications certifications, GoingLive goingLive) {
    this.merchants = merchants;
    this.certifications = certifications;
    this.goingLive = goingLive;
  }

  @Bean
  static NavEntry certificationEntry() {
    return NavEntry.of(60, PATH, "golive.menu", Role.MERCHANT_ADMIN);
  }

  @GetMapping(PATH)
  Rendering list(PageCaller caller) {
    String id = caller.merchant(Role.MERCHANT_ADMIN);
    Merchant merchant = merchants.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
    Certification certification = certifications.of(id);
    return caller
        .page("golive/certification")
        .with("merchant", merchant)
        .with("certification", certification)
        .with("items", CertificationItem.values())
        .with("live", merchant.modes().contains(Mode.LIVE))
        .rendering();
  }

  @PostMapping(PATH + "/request")
  Rendering request(PageCaller caller) {
    String id = caller.merchant(Role.MERCHANT_ADMIN);
    Outcome outcome =
        goingLive
            .request(id, Actors.of(caller.staff(), caller.exchange()))
            .orElseThrow(() -> ProblemException.of(404, "not_found"));
    return switch (outcome) {
      case Outcome.Done _ -> caller.redirect(PATH, "golive.requested");
      case Outcome.Refused(GoingLive.Refusal reason) ->
          throw ProblemException.of(409, reason.code());
    };
  }
}
