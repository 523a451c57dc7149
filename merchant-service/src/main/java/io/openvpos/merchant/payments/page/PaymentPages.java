package io.openvpos.merchant.payments.page;

import io.openvpos.merchant.payments.EdgeClient.Asking;
import io.openvpos.merchant.payments.Payment;
import io.openvpos.merchant.payments.PaymentDesk;
import io.openvpos.merchant.payments.PaymentDesk.Found;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageModel;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// The merchant's payments: searched by order id, last four digits or reference number, each
/// exactly, and one with everything that happened to it.
@Hidden
@PageController
final class PaymentPages {

  static final String LIST = "/portal/payments";

  /// What the search form asks for; the edge's own parameters.
  private static final List<String> FILTERS = List.of("mode", "order_id", "last4", "rrn", "status");

  private static final List<String> STATUSES =
      List.of("processing", "authorized", "captured", "voided", "declined", "expired", "reversed");

  private static final String PAGE_SIZE = "25";

  private final PaymentDesk desk;

  PaymentPages(PaymentDesk desk) {
    this.desk = desk;
  }

  static Asking asking(PageCaller caller) {
    return new Asking(caller.token(), caller.language());
  }

  @GetMapping(LIST)
  Rendering list(PageCaller caller, @RequestParam MultiValueMap<String, String> sent) {
    caller.merchant(Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE);
    Map<String, String> wanted = new LinkedHashMap<>();
    FILTERS.forEach(name -> wanted.put(name, String.valueOf(sent.getFirst(name)).strip()));
    wanted.replaceAll((_, value) -> value.equals("null") ? "" : value);
    wanted.computeIfPresent("mode", (_, value) -> value.isEmpty() ? "test" : value);
    Map<String, String> query = new LinkedHashMap<>(wanted);
    String after = sent.getFirst("starting_after");
    query.put("starting_after", after == null ? "" : after);
    query.put("limit", PAGE_SIZE);
    PageErrors errors = caller.errors();
    Found found = found(caller, query, errors);
    return page(caller, wanted, found)
        .with("errors", errors)
        .with("first", after == null)
        .status(errors.isEmpty() ? 200 : 400)
        .rendering();
  }

  @GetMapping(LIST + "/{id}")
  Rendering one(PageCaller caller, @PathVariable String id) {
    caller.merchant(Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE);
    Asking asking = asking(caller);
    Payment payment = desk.one(asking, id);
    return caller
        .page("payments/one")
        .with("payment", payment)
        .with("events", desk.events(asking, id))
        .with("refunds", desk.refunds(asking, id))
        .with("operator", caller.has(Role.MERCHANT_ADMIN))
        .rendering();
  }

  /// A wrong value of the search is an error of its field, not of the page.
  private Found found(PageCaller caller, Map<String, String> query, PageErrors errors) {
    try {
      return desk.list(asking(caller), query);
    } catch (ProblemException problem) {
      if (problem.status() != 400 || problem.fields().isEmpty()) {
        throw problem;
      }
      errors.add(problem);
      return new Found(List.of(), false);
    }
  }

  private static PageModel page(PageCaller caller, Map<String, String> wanted, Found found) {
    Map<String, String> modes = new LinkedHashMap<>();
    List.of("test", "live").forEach(mode -> modes.put(mode, caller.text("mode." + mode)));
    Map<String, String> statuses = new LinkedHashMap<>();
    statuses.put("", caller.text("payments.any"));
    STATUSES.forEach(code -> statuses.put(code, caller.text("status." + code)));
    String next =
        found.hasMore() ? LIST + "?" + query(wanted) + "starting_after=" + last(found) : "";
    return caller
        .page("payments/list")
        .with("payments", found.payments())
        .with("form", wanted)
        .with("modes", modes)
        .with("statuses", statuses)
        .with("next", next)
        .with("newest", LIST + "?" + query(wanted));
  }

  private static String last(Found found) {
    return found.payments().getLast().id();
  }

  private static String query(Map<String, String> wanted) {
    StringBuilder query = new StringBuilder();
    wanted.forEach((name, value) -> {
      if (!value.isEmpty()) {
        query
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
            .append('&');
      }
    });
    return query.toString();
  }

  @Configuration(proxyBeanMethods = false)
  static class Menu {
    @Bean
    NavEntry paymentsEntry() {
      return NavEntry.of(20, LIST, "payments.title", Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE);
    }
  }
}
