package io.openvpos.merchant.payments.page;

import io.openvpos.merchant.payments.LinkDesk;
import io.openvpos.merchant.payments.LinkDesk.Found;
import io.openvpos.merchant.payments.PaymentLink;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import io.openvpos.page.QrCode;
import io.openvpos.page.TypedAmount;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// Payment links for a shop without a programmer: made by a form, sent or printed with their QR
/// code, taken back. The form's key is made with its page: sent twice it makes one link.
@Hidden
@PageController
final class LinkPages {

  private static final String LIST = "/portal/links";
  private static final List<String> MODES = List.of("test", "live");
  private static final int PAGE_SIZE = 25;
  private static final Map<String, String> BLANK =
      Map.of("currency", "TRY", "expires_in_days", "30", "reusable", "false");

  private final LinkDesk desk;

  LinkPages(LinkDesk desk) {
    this.desk = desk;
  }

  @GetMapping(LIST)
  Rendering list(
      PageCaller caller,
      @RequestParam(defaultValue = "test") String mode,
      @RequestParam(name = "starting_after", defaultValue = "") String after) {
    caller.merchant(Role.MERCHANT_ADMIN);
    return page(caller, known(mode), after, FormKeys.draw()).with("form", BLANK).rendering();
  }

  @PostMapping(LIST)
  Rendering make(PageCaller caller, PageForm form) {
    caller.merchant(Role.MERCHANT_ADMIN);
    String mode = known(form.text("mode"));
    String key = FormKeys.required(form);
    PageErrors errors = caller.errors();
    Map<String, Object> body = body(caller, form, errors);
    if (errors.isEmpty()) {
      try {
        PaymentLink made = desk.make(PaymentPages.asking(caller), mode, key, body);
        return caller.redirect(path(made), "links.made");
      } catch (ProblemException problem) {
        if (problem.status() != 400 || problem.fields().isEmpty()) {
          throw problem;
        }
        errors.add(problem);
      }
    }
    return page(caller, mode, "", FormKeys.draw()).rejected(form, errors).rendering();
  }

  @GetMapping(LIST + "/{mode}/{id}")
  Rendering one(PageCaller caller, @PathVariable String mode, @PathVariable String id) {
    caller.merchant(Role.MERCHANT_ADMIN);
    PaymentLink link = desk.one(PaymentPages.asking(caller), known(mode), id);
    return caller
        .page("payments/link")
        .with("link", link)
        .with("code", QrCode.dataUri(link.url()))
        .rendering();
  }

  @PostMapping(LIST + "/{mode}/{id}/deactivation")
  Rendering deactivate(PageCaller caller, @PathVariable String mode, @PathVariable String id) {
    caller.merchant(Role.MERCHANT_ADMIN);
    PaymentLink link = desk.one(PaymentPages.asking(caller), known(mode), id);
    boolean done = desk.deactivate(PaymentPages.asking(caller), link).succeeded();
    return caller.redirect(path(link), done ? "links.deactivated" : "links.kept");
  }

  private static String path(PaymentLink link) {
    return LIST + "/" + link.mode() + "/" + link.id();
  }

  private static String known(String mode) {
    return MODES.contains(mode) ? mode : "test";
  }

  private static Map<String, Object> body(PageCaller caller, PageForm form, PageErrors errors) {
    Map<String, Object> body = new LinkedHashMap<>();
    String currency = form.text("currency");
    OptionalLong amount =
        TypedAmount.minorUnits(
            form.text("amount"), currency.isEmpty() ? "TRY" : currency, caller.language());
    errors.check(!form.text("amount").isEmpty(), "amount", "required");
    errors.check(amount.isPresent(), "amount", "invalid_format");
    body.put("amount", amount.orElse(0));
    body.put("currency", currency);
    for (String name : List.of("description", "order_id")) {
      if (!form.text(name).isEmpty()) {
        body.put(name, form.text(name));
      }
    }
    String days = form.text("expires_in_days");
    boolean isNumber = days.matches("[0-9]{1,4}");
    errors.check(isNumber, "expires_in_days", "invalid_format");
    body.put("expires_in_days", isNumber ? Integer.parseInt(days) : 0);
    body.put("reusable", form.text("reusable").equals("true"));
    return body;
  }

  private PageModel page(PageCaller caller, String mode, String after, String key) {
    Found found = desk.list(PaymentPages.asking(caller), mode, after, PAGE_SIZE);
    Map<String, String> modes = new LinkedHashMap<>();
    MODES.forEach(each -> modes.put(each, caller.text("mode." + each)));
    String here = LIST + "?mode=" + mode;
    return caller
        .page("payments/links")
        .with("links", found.links())
        .with("mode", mode)
        .with("modes", modes)
        .with("currencies", Map.of("TRY", "TRY", "USD", "USD", "EUR", "EUR", "GBP", "GBP"))
        .with("key", key)
        .with("newest", after.isEmpty() ? "" : here)
        .with(
            "next",
            found.hasMore() ? here + "&starting_after=" + found.links().getLast().id() : "");
  }

  @Configuration(proxyBeanMethods = false)
  static class Menu {
    @Bean
    NavEntry linksEntry() {
      return NavEntry.of(22, LIST, "links.title", Role.MERCHANT_ADMIN);
    }
  }
}
