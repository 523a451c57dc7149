package io.openvpos.merchant.page;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator may set of the pages.
///
/// @param plainHttp true only where browsers reach the pages without TLS, as on one's own machine:
///   the session cookie then is not bound to https
/// @param atOnce page requests in execution at once; one more is answered 503
@ConfigurationProperties("vpos.merchant.pages")
public record PageSettings(
    @DefaultValue("false") boolean plainHttp, @DefaultValue("256") int atOnce) {

  public PageSettings {
    if (atOnce < 1) {
      throw new IllegalArgumentException("vpos.merchant.pages.at-once is not positive");
    }
  }

  public boolean secureCookies() {
    return !plainHttp;
  }
}
