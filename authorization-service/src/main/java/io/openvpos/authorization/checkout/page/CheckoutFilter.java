package io.openvpos.authorization.checkout.page;

import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Before every page of the checkout: its headers, also on an answer that no page makes, and a
/// place among the requests in execution. A form is taken from our own pages only; whoever knows a
/// session's address may pay in it, so there is no token beside that.
final class CheckoutFilter implements WebFilter, Ordered {

  private static final String ASSETS = "/checkout/assets/";

  private final CheckoutHeaders headers;
  private final Semaphore places;

  CheckoutFilter(CheckoutHeaders headers, int atOnce) {
    this.headers = headers;
    places = new Semaphore(atOnce);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    String path = request.getPath().pathWithinApplication().value();
    if (path.startsWith(ASSETS)) {
      headers.ofFile(exchange.getResponse().getHeaders());
      return chain.filter(exchange);
    }
    if (!path.startsWith("/checkout/")) {
      return chain.filter(exchange);
    }
    headers.of(exchange.getResponse().getHeaders());
    if (HttpMethod.POST.equals(request.getMethod()) && isFromElsewhere(request)) {
      exchange.getResponse().setStatusCode(HttpStatus.FORBIDDEN);
      return exchange.getResponse().setComplete();
    }
    if (!places.tryAcquire()) {
      exchange.getResponse().setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
      exchange.getResponse().getHeaders().set("Retry-After", "1");
      return exchange.getResponse().setComplete();
    }
    return chain.filter(exchange).doFinally(_ -> places.release());
  }

  /// As far as the browser tells.
  private static boolean isFromElsewhere(ServerHttpRequest request) {
    String site = request.getHeaders().getFirst("Sec-Fetch-Site");
    return site != null && !site.equals("same-origin") && !site.equals("none");
  }

  /// After authentication of the API, whose order is 0 and which lets pages pass.
  @Override
  public int getOrder() {
    return 6;
  }
}
