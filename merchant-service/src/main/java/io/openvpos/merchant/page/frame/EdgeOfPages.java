package io.openvpos.merchant.page.frame;

import io.openvpos.merchant.page.PageController;
import io.openvpos.messaging.http.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// What no page takes: refusals of the filter and paths without a page, so that these too are
/// answered by a page; and the way in.
@Hidden
@PageController
final class EdgeOfPages {

  @GetMapping("/")
  Rendering start() {
    return Rendering.redirectTo("/portal").build();
  }

  @GetMapping(PageFilter.REFUSED)
  Mono<Rendering> refused(ServerWebExchange exchange) {
    ProblemException refusal = exchange.getAttribute(PageFilter.REFUSAL);
    return Mono.error(Optional.ofNullable(refusal).orElseGet(EdgeOfPages::notFound));
  }

  @RequestMapping({"/portal/**", "/apply/**"})
  Mono<Rendering> none() {
    return Mono.error(notFound());
  }

  private static ProblemException notFound() {
    return ProblemException.of(404, "not_found");
  }
}
