package io.openvpos.merchant.application.page;

import io.openvpos.merchant.application.Applying;
import io.openvpos.merchant.application.domain.Application;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageSettings;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Which application an applicant's browser has open: reference and code, for as long as the
/// browser runs.
@Component
final class ApplicantCookie {

  private static final String NAME = "vpos_application";
  private static final char BETWEEN = '.';

  private final Applying applying;
  private final PageSettings settings;

  ApplicantCookie(Applying applying, PageSettings settings) {
    this.applying = applying;
    this.settings = settings;
  }

  /// An application with the code that opens it.
  record Opened(Application application, String code) {}

  void open(PageCaller caller, String reference, String code) {
    set(caller, reference + BETWEEN + code, Duration.ofSeconds(-1));
  }

  void close(PageCaller caller) {
    set(caller, "", Duration.ZERO);
  }

  Optional<Opened> opened(PageCaller caller) {
    HttpCookie cookie = caller.exchange().getRequest().getCookies().getFirst(NAME);
    String value = cookie == null ? "" : cookie.getValue();
    int between = value.indexOf(BETWEEN);
    if (between < 0) {
      return Optional.empty();
    }
    String code = value.substring(between + 1);
    return applying.open(value.substring(0, between), code).map(found -> new Opened(found, code));
  }

  private void set(PageCaller caller, String value, Duration lasts) {
    caller
        .exchange()
        .getResponse()
        .addCookie(
            ResponseCookie.from(NAME, value)
                .path("/apply")
                .httpOnly(true)
                .sameSite("Strict")
                .secure(settings.secureCookies())
                .maxAge(lasts)
                .build());
  }
}
