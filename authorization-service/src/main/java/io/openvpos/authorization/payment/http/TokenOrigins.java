package io.openvpos.authorization.payment.http;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Lets pages of any origin make card tokens (CORS), and nothing else: a publishable key is on
/// those pages for everybody to read, no cookie is involved, and the answer says nothing that its
/// asker did not send. Every other call stays closed to browsers.
final class TokenOrigins implements WebFilter, Ordered {

  private static final String DAY = "86400";

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    boolean tokens =
        exchange
            .getRequest()
            .getPath()
            .pathWithinApplication()
            .value()
            .equals(TokenController.TOKENS);
    if (!tokens || exchange.getRequest().getHeaders().getOrigin() == null) {
      return chain.filter(exchange);
    }
    HttpHeaders headers = exchange.getResponse().getHeaders();
    headers.setAccessControlAllowOrigin("*");
    if (HttpMethod.OPTIONS.equals(exchange.getRequest().getMethod())) {
      headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST");
      headers.set(
          HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Content-Type, Accept-Language");
      headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, DAY);
      exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
      return exchange.getResponse().setComplete();
    }
    return chain.filter(exchange);
  }

  /// Behind the limits by address and before authentication, which a browser's question has none
  /// of.
  @Override
  public int getOrder() {
    return -5;
  }
}
