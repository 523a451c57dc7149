package io.openvpos.merchant.profile.page;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.profile.KeyExpiries;
import io.openvpos.merchant.profile.KeyIssuing;
import io.openvpos.merchant.profile.KeyIssuing.Issued;
import io.openvpos.merchant.profile.KeyIssuing.Wanted;
import io.openvpos.merchant.profile.KeyLimiting;
import io.openvpos.merchant.profile.KeyLimiting.Outcome;
import io.openvpos.merchant.profile.KeyRolling;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.domain.ApiKey;
import io.openvpos.merchant.profile.domain.KeyLimits;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/// API keys: made and shown once, limited, replaced with an overlap, revoked.
@Hidden
@PageController
final class KeyPages {

  private static final String LIST = "/portal/keys";

  /// How long the old key may go on, in hours.
  private static final List<Integer> OVERLAPS = List.of(1, 24, 72, 168);

  private final Merchants merchants;
  private final KeyIssuing keys;
  private final KeyLimiting limiting;
  private final KeyRolling rolling;
  private final KeyExpiries expiries;
  private final Clock clock;

  KeyPages(
      Merchants merchants,
      KeyIssuing keys,
      KeyLimiting limiting,
      KeyRolling rolling,
      KeyExpiries expiries,
      Clock clock) {
    this.merchants = merchants;
    this.keys = keys;
    this.limiting = limiting;
    this.rolling = rolling;
    this.expiries = expiries;
    this.clock = clock;
  }

  @GetMapping(LIST)
  Rendering list(PageCaller caller) {
    return listPage(caller, merchant(caller)).rendering();
  }

  @PostMapping(LIST)
  Rendering create(PageCaller caller, PageForm form) {
    Merchant merchant = merchant(caller);
    Optional<Mode> mode =
        merchant.modes().stream().filter(one -> one.code().equals(form.text("mode"))).findFirst();
    Optional<KeyScope> scope = KeyScope.of(form.text("scope"));
    PageErrors errors = caller.errors();
    errors.check(mode.isPresent(), "mode", "invalid");
    errors.check(scope.isPresent(), "scope", "invalid");
    KeyLimits limits =
        KeyLimitsForm.read(form, scope.orElse(KeyScope.SECRET), clock.instant(), errors);
    if (!errors.isEmpty() || mode.isEmpty() || scope.isEmpty()) {
      return listPage(caller, merchant).rejected(form, errors).rendering();
    }
    return keys.issue(merchant.id(), new Wanted(mode.get(), scope.get(), limits), actor(caller))
        .map(issued -> shown(caller, issued))
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  @GetMapping(LIST + "/{keyId}")
  Rendering key(PageCaller caller, @PathVariable String keyId) {
    return keyPage(caller, active(merchant(caller), keyId)).rendering();
  }

  @PostMapping(LIST + "/{keyId}/limits")
  Rendering limit(PageCaller caller, PageForm form, @PathVariable String keyId) {
    Merchant merchant = merchant(caller);
    ApiKey key = active(merchant, keyId);
    PageErrors errors = caller.errors();
    UnaryOperator<KeyLimits> change = KeyLimitsForm.change(form, key, clock.instant(), errors);
    if (!errors.isEmpty()) {
      return keyPage(caller, key).rejected(form, errors).rendering();
    }
    Outcome outcome =
        limiting
            .change(merchant.id(), keyId, change, actor(caller))
            .orElseThrow(() -> ProblemException.of(404, "not_found"));
    return switch (outcome) {
      case Outcome.Done _ -> caller.redirect(LIST + "/" + keyId, "keys.limited");
      case Outcome.Ended _ -> throw ProblemException.of(409, "key_ended");
    };
  }

  @PostMapping(LIST + "/{keyId}/roll")
  Rendering roll(PageCaller caller, PageForm form, @PathVariable String keyId) {
    Merchant merchant = merchant(caller);
    ApiKey key = active(merchant, keyId);
    Optional<Integer> hours =
        OVERLAPS.stream().filter(one -> one.toString().equals(form.text("overlap"))).findFirst();
    if (hours.isEmpty()) {
      return keyPage(caller, key)
          .rejected(form, caller.errors().reject("overlap", "invalid"))
          // Not as typed: the form of the limits on the same page would be empty.
          .with("form", KeyLimitsForm.typed(key.limits()))
          .rendering();
    }
    return rolling
        .roll(merchant.id(), keyId, Duration.ofHours(hours.get()), actor(caller))
        .map(issued -> shown(caller, issued))
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  @PostMapping(LIST + "/{keyId}/revoke")
  Rendering revoke(PageCaller caller, @PathVariable String keyId) {
    Merchant merchant = merchant(caller);
    active(merchant, keyId);
    var _ = keys.revoke(merchant.id(), keyId, actor(caller));
    return caller.redirect(LIST, "keys.revoked-now");
  }

  /// The key is in this answer and nowhere else.
  private static Rendering shown(PageCaller caller, Issued issued) {
    return caller
        .page("profile/key-shown")
        .with("secret", issued.key())
        .with("key", issued.kept())
        .rendering();
  }

  private PageModel listPage(PageCaller caller, Merchant merchant) {
    Map<String, String> modes = new LinkedHashMap<>();
    merchant.modes().forEach(mode -> modes.put(mode.code(), caller.text("mode." + mode.code())));
    Map<String, String> scopes = new LinkedHashMap<>();
    for (KeyScope scope : KeyScope.values()) {
      scopes.put(scope.code(), caller.text("scope." + scope.code()));
    }
    return caller
        .page("profile/keys")
        .with(
            "keys",
            merchant.apiKeys().stream()
                .sorted(
                    Comparator.comparing(ApiKey::active)
                        .thenComparing(ApiKey::createdAt)
                        .reversed())
                .toList())
        .with("ends", ends(merchant))
        .with("now", clock.instant())
        .with("modes", modes)
        .with("scopes", scopes);
  }

  /// When keys end by themselves, the earlier of two times.
  private Map<String, Instant> ends(Merchant merchant) {
    Map<String, Instant> ends = new HashMap<>(expiries.of(merchant.id()));
    for (ApiKey key : merchant.apiKeys()) {
      Instant end = key.limits().expiresAt();
      if (end != null) {
        ends.merge(key.id(), end, (one, other) -> one.isBefore(other) ? one : other);
      }
    }
    return ends;
  }

  private PageModel keyPage(PageCaller caller, ApiKey key) {
    Map<String, String> overlaps = new LinkedHashMap<>();
    OVERLAPS.forEach(hours -> overlaps.put(hours.toString(), caller.text("keys.hours." + hours)));
    return caller
        .page("profile/key")
        .with("key", key)
        .with("form", KeyLimitsForm.typed(key.limits()))
        .with("ended", key.endedAt(clock.instant()))
        .with("overlaps", overlaps);
  }

  private Merchant merchant(PageCaller caller) {
    return merchants
        .find(caller.merchant(Role.MERCHANT_ADMIN))
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private static ApiKey active(Merchant merchant, String keyId) {
    return merchant
        .key(keyId)
        .filter(ApiKey::active)
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private static Actor actor(PageCaller caller) {
    return Actors.of(caller.staff(), caller.exchange());
  }

  @Configuration(proxyBeanMethods = false)
  static class Menu {
    @Bean
    NavEntry keysEntry() {
      return NavEntry.of(40, LIST, "keys.title", Role.MERCHANT_ADMIN);
    }
  }
}
