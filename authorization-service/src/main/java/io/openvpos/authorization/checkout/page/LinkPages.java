package io.openvpos.authorization.checkout.page;

import io.openvpos.authorization.checkout.OpenCheckout.Opening;
import io.openvpos.authorization.checkout.PaymentLinks;
import io.openvpos.authorization.checkout.PaymentLinks.Standing;
import io.openvpos.authorization.checkout.domain.LinkStatus;
import io.openvpos.authorization.checkout.domain.PaymentLink;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.RequestBytes;
import io.openvpos.page.PageForm;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/// Where a payment link leads. A link for a single payment goes on to its session. A link for many
/// shows what is sold first, because looking at it, as messengers do to preview it, must open
/// nothing; its form opens the visitor's own session.
@Hidden
@Controller
final class LinkPages {

  private static final Pattern VISIT = Pattern.compile("[0-9a-z]{26}");

  private final PaymentLinks links;
  private final CheckoutRenderings renderings;

  LinkPages(PaymentLinks links, CheckoutRenderings renderings) {
    this.links = links;
    this.renderings = renderings;
  }

  @GetMapping("/checkout/links/{id}")
  Rendering show(@PathVariable String id, ServerWebExchange exchange) {
    Standing found = found(id);
    PaymentLink link = found.link();
    if (link.sessionId() != null) {
      return CheckoutRenderings.session(link.sessionId(), exchange);
    }
    if (found.status() != LinkStatus.ACTIVE) {
      return renderings.over(link, "link_over", exchange);
    }
    PageView view = renderings.view(link, exchange);
    return renderings
        .bare("checkout/link", view.texts())
        .modelAttribute("page", view)
        .modelAttribute("visit", links.newVisit())
        .build();
  }

  @PostMapping("/checkout/links/{id}")
  Rendering open(@PathVariable String id, ServerWebExchange exchange) {
    PageForm form = PageForm.parse(RequestBytes.ofForm(exchange));
    Standing found = found(id);
    PaymentLink link = found.link();
    String visit = form.text("visit");
    if (found.status() != LinkStatus.ACTIVE || !link.isReusable()) {
      return renderings.over(link, "link_over", exchange);
    }
    if (!VISIT.matcher(visit).matches()) {
      throw ProblemException.invalid("visit", "invalid_value");
    }
    return switch (links.visit(link, visit)) {
      case Opening.Opened(var session, _) ->
          CheckoutRenderings.session(session.terms().id(), exchange);
      // The merchant takes no payments any more, or not in this currency.
      case Opening.NotActive _, Opening.Wrong _ -> renderings.over(link, "link_over", exchange);
      // The form was shown so long ago that its session is forgotten: a new one.
      case Opening.KeyExpired _ -> show(id, exchange);
      case Opening.KeyReused _ -> throw new IllegalStateException("one visit has one sale");
    };
  }

  private Standing found(String id) {
    return links.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }
}
