package io.openvpos.messaging.access;

import io.openvpos.messaging.http.ProblemException;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Lets a controller method take the [Caller] as an argument.
final class CallerArgument implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
    return AccessFilter.caller(exchange)
        .<Mono<Object>>map(Mono::just)
        .orElseGet(() -> Mono.error(ProblemException.of(401, "unauthenticated")));
  }
}
