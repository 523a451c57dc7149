package io.openvpos.page.frame;

import io.openvpos.messaging.http.Messages;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageCaller.Visit;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.web.server.ServerWebExchange;

/// Makes the caller of a page from what [Admission] found.
final class PageCallers {

  private final ObjectProvider<NavEntry> menu;
  private final MessageSource pages;
  private final Messages problems;

  PageCallers(ObjectProvider<NavEntry> menu, MessageSource pages, Messages problems) {
    this.menu = menu;
    this.pages = pages;
    this.problems = problems;
  }

  PageCaller of(ServerWebExchange exchange) {
    Visit visit = exchange.getAttribute(Admission.VISIT);
    List<NavEntry> entries = menu.stream().toList();
    return new PageCaller(
        exchange, visit == null ? stranger(exchange) : visit, entries, pages, problems);
  }

  /// Where admission itself failed, before it knew who it was.
  private static Visit stranger(ServerWebExchange exchange) {
    return new Visit(
        PageLanguage.of(exchange.getRequest()), Optional.empty(), "", Optional.empty());
  }
}
