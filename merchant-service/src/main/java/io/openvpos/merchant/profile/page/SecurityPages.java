package io.openvpos.merchant.profile.page;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.SecurityChanges;
import io.openvpos.merchant.profile.domain.CheckoutOrigin;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/// How the merchant's payments are guarded: which pages may show the checkout in a frame, and when
/// shoppers are authenticated.
@Hidden
@PageController
final class SecurityPages {

  private static final String PATH = "/portal/security";
  private static final String ORIGINS = "origins";

  private final Merchants merchants;
  private final SecurityChanges changes;

  SecurityPages(Merchants merchants, SecurityChanges changes) {
    this.merchants = merchants;
    this.changes = changes;
  }

  @GetMapping(PATH)
  Rendering show(PageCaller caller) {
    Merchant merchant = merchant(caller);
    String origins =
        merchant.security().checkoutOrigins().stream()
            .map(CheckoutOrigin::value)
            .collect(Collectors.joining("\n"));
    return page(caller, merchant, origins).rendering();
  }

  /// One origin a line.
  @PostMapping(PATH + "/origins")
  Rendering set(PageCaller caller, PageForm form) {
    Merchant merchant = merchant(caller);
    List<String> lines =
        form.text(ORIGINS).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    List<CheckoutOrigin> wanted =
        lines.stream().map(CheckoutOrigin::read).flatMap(Optional::stream).distinct().toList();
    PageErrors errors = caller.errors();
    errors.check(lines.size() <= CheckoutOrigin.MOST, ORIGINS, "too_many");
    errors.check(
        lines.stream().map(CheckoutOrigin::read).allMatch(Optional::isPresent),
        ORIGINS,
        "invalid_origin");
    if (!errors.isEmpty()) {
      return page(caller, merchant, form.text(ORIGINS)).rejected(form, errors).rendering();
    }
    var _ =
        changes.checkoutOrigins(
            merchant.id(), wanted, Actors.of(caller.staff(), caller.exchange()));
    return caller.redirect(PATH, "security.done");
  }

  private static PageModel page(PageCaller caller, Merchant merchant, String origins) {
    return caller
        .page("profile/security")
        .with(ORIGINS, origins)
        .with("policy", merchant.security().threeDSecure());
  }

  private Merchant merchant(PageCaller caller) {
    return merchants
        .find(caller.merchant(Role.MERCHANT_ADMIN))
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  @Configuration(proxyBeanMethods = false)
  static class SecurityMenu {
    @Bean
    NavEntry securityEntry() {
      return NavEntry.of(41, PATH, "security.title", Role.MERCHANT_ADMIN);
    }
  }
}
