package io.openvpos.page.frame;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageForm;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Lets a page's method take the [PageCaller] and the [PageForm] as arguments.
final class PageArguments implements HandlerMethodArgumentResolver {

  private final PageCallers callers;

  PageArguments(PageCallers callers) {
    this.callers = callers;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    return type == PageCaller.class || type == PageForm.class;
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
    if (parameter.getParameterType() == PageCaller.class) {
      return Mono.just(callers.of(exchange));
    }
    PageForm form = exchange.getAttribute(Admission.FORM);
    return form == null
        ? Mono.error(ProblemException.of(415, "unsupported_media_type"))
        : Mono.just(form);
  }
}
