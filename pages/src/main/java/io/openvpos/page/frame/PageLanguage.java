package io.openvpos.page.frame;

import io.openvpos.messaging.http.Languages;
import io.openvpos.page.Cookies;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/// The language of a page: `?lang=`, then the cookie, then what the browser asks for, else Turkish.
final class PageLanguage implements LocaleContextResolver {

  /// The first is the one for whoever asks for neither.
  private static final List<Locale> SUPPORTED = List.of(Languages.TURKISH, Locale.ENGLISH);

  static Locale of(ServerHttpRequest request) {
    return asked(request)
        .or(() -> remembered(request))
        .or(() -> preferred(request))
        .orElse(Languages.TURKISH);
  }

  static Optional<Locale> asked(ServerHttpRequest request) {
    return supported(request.getQueryParams().getFirst("lang"));
  }

  @Override
  public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
    return new SimpleLocaleContext(of(exchange.getRequest()));
  }

  @Override
  public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
    throw new UnsupportedOperationException("the language of a page is asked for by ?lang=");
  }

  private static Optional<Locale> remembered(ServerHttpRequest request) {
    HttpCookie cookie = request.getCookies().getFirst(Cookies.LANGUAGE);
    return supported(cookie == null ? null : cookie.getValue());
  }

  private static Optional<Locale> preferred(ServerHttpRequest request) {
    String header = request.getHeaders().getFirst("Accept-Language");
    if (header == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), SUPPORTED));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Locale> supported(@Nullable String code) {
    return SUPPORTED.stream().filter(locale -> locale.getLanguage().equals(code)).findFirst();
  }
}
