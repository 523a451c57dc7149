package io.openvpos.merchant.webhook.page;

import io.openvpos.merchant.payments.EdgeClient.Asking;
import io.openvpos.merchant.webhook.WebhookDesk;
import io.openvpos.merchant.webhook.WebhookEndpoint;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// Where the shop's server is told: endpoints, their secrets, what was sent to them and what they
/// answered. A secret is on the page that made it and nowhere else.
@Hidden
@PageController
final class WebhookPages {

  private static final String LIST = "/portal/webhooks";
  private static final String ONE = LIST + "/{mode}/{id}";
  private static final List<String> MODES = List.of("test", "live");
  private static final List<Integer> OVERLAPS = List.of(1, 24, 72, 168);
  private static final int LOGGED = 25;

  /// Groups of events by the name of their box in the form.
  private static final Map<String, String> GROUPS = groups();

  private final WebhookDesk desk;

  WebhookPages(WebhookDesk desk) {
    this.desk = desk;
  }

  private static Map<String, String> groups() {
    Map<String, String> groups = new LinkedHashMap<>();
    groups.put("payments", "payment.*");
    groups.put("chargebacks", "chargeback.*");
    groups.put("payouts", "payout.*");
    groups.put("reports", "settlement.report.ready");
    return groups;
  }

  @GetMapping(LIST)
  Rendering list(PageCaller caller, @RequestParam(defaultValue = "test") String mode) {
    caller.merchant(Role.MERCHANT_ADMIN);
    return listPage(caller, known(mode)).with("form", Map.of()).rendering();
  }

  @PostMapping(LIST)
  Rendering add(PageCaller caller, PageForm form) {
    caller.merchant(Role.MERCHANT_ADMIN);
    String mode = known(form.text("mode"));
    PageErrors errors = caller.errors();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("url", form.text("url"));
    body.put("description", form.text("description"));
    List<String> events =
        GROUPS.entrySet().stream()
            .filter(group -> form.text(group.getKey()).equals("true"))
            .map(Map.Entry::getValue)
            .toList();
    if (!events.isEmpty()) {
      body.put("events", events);
    }
    try {
      return shown(caller, desk.add(asking(caller), mode, body));
    } catch (ProblemException problem) {
      switch (problem.status()) {
        case 400 -> errors.add(problem);
        case 409 -> errors.reject("url", problem.code());
        default -> throw problem;
      }
      if (errors.isEmpty()) {
        throw problem;
      }
      return listPage(caller, mode).rejected(form, errors).rendering();
    }
  }

  @GetMapping(ONE)
  Rendering one(PageCaller caller, @PathVariable String mode, @PathVariable String id) {
    return onePage(caller, endpoint(caller, mode, id)).rendering();
  }

  @PostMapping(ONE + "/test")
  Rendering test(PageCaller caller, @PathVariable String mode, @PathVariable String id) {
    WebhookEndpoint endpoint = endpoint(caller, mode, id);
    desk.test(asking(caller), endpoint);
    return caller.redirect(path(endpoint), "webhooks.tested");
  }

  @PostMapping(ONE + "/secret")
  Rendering roll(
      PageCaller caller, PageForm form, @PathVariable String mode, @PathVariable String id) {
    WebhookEndpoint endpoint = endpoint(caller, mode, id);
    Optional<Integer> hours =
        OVERLAPS.stream().filter(one -> one.toString().equals(form.text("overlap"))).findFirst();
    if (hours.isEmpty()) {
      return onePage(caller, endpoint)
          .rejected(form, caller.errors().reject("overlap", "invalid"))
          .rendering();
    }
    return shown(caller, desk.roll(asking(caller), endpoint, hours.get()));
  }

  @PostMapping(ONE + "/state")
  Rendering change(
      PageCaller caller, PageForm form, @PathVariable String mode, @PathVariable String id) {
    WebhookEndpoint endpoint = endpoint(caller, mode, id);
    boolean enabled = form.text("enabled").equals("true");
    var _ = desk.enable(asking(caller), endpoint, enabled);
    return caller.redirect(path(endpoint), enabled ? "webhooks.enabled" : "webhooks.disabled");
  }

  @PostMapping(ONE + "/removal")
  Rendering remove(PageCaller caller, @PathVariable String mode, @PathVariable String id) {
    WebhookEndpoint endpoint = endpoint(caller, mode, id);
    desk.remove(asking(caller), endpoint);
    return caller.redirect(LIST + "?mode=" + endpoint.mode(), "webhooks.removed");
  }

  @PostMapping(ONE + "/deliveries/{delivery}/resend")
  Rendering resend(
      PageCaller caller,
      @PathVariable String mode,
      @PathVariable String id,
      @PathVariable String delivery) {
    WebhookEndpoint endpoint = endpoint(caller, mode, id);
    desk.resend(asking(caller), endpoint, delivery);
    return caller.redirect(path(endpoint), "webhooks.resent");
  }

  private WebhookEndpoint endpoint(PageCaller caller, String mode, String id) {
    caller.merchant(Role.MERCHANT_ADMIN);
    return desk.one(asking(caller), known(mode), id);
  }

  private static Rendering shown(PageCaller caller, WebhookEndpoint made) {
    return caller
        .page("webhooks/secret")
        .with("secret", made.secret())
        .with("back", path(made))
        .rendering();
  }

  private PageModel listPage(PageCaller caller, String mode) {
    Map<String, String> modes = new LinkedHashMap<>();
    MODES.forEach(each -> modes.put(each, caller.text("mode." + each)));
    return caller
        .page("webhooks/list")
        .with("endpoints", desk.list(asking(caller), mode))
        .with("mode", mode)
        .with("modes", modes)
        .with("groups", GROUPS);
  }

  private PageModel onePage(PageCaller caller, WebhookEndpoint endpoint) {
    Map<String, String> overlaps = new LinkedHashMap<>();
    OVERLAPS.forEach(hours -> overlaps.put(hours.toString(), caller.text("keys.hours." + hours)));
    return caller
        .page("webhooks/one")
        .with("endpoint", endpoint)
        .with("deliveries", desk.log(asking(caller), endpoint, LOGGED))
        .with("overlaps", overlaps)
        .with("form", Map.of("overlap", "24"));
  }

  private static Asking asking(PageCaller caller) {
    return new Asking(caller.token(), caller.language());
  }

  private static String path(WebhookEndpoint endpoint) {
    return LIST + "/" + endpoint.mode() + "/" + endpoint.id();
  }

  private static String known(String mode) {
    return MODES.contains(mode) ? mode : "test";
  }

  @Configuration(proxyBeanMethods = false)
  static class Menu {
    @Bean
    NavEntry webhooksEntry() {
      return NavEntry.of(42, LIST, "webhooks.title", Role.MERCHANT_ADMIN);
    }
  }
}
