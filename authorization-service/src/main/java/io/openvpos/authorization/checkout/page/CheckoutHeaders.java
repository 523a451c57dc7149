package io.openvpos.authorization.checkout.page;

import io.openvpos.authorization.checkout.CheckoutSettings;
import io.openvpos.authorization.checkout.domain.ShopAddresses;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/// What browsers are told about every page of the checkout: its own script by its digest and
/// nothing else, no frame around it but a registered one, nothing kept, nothing told to the shop.
final class CheckoutHeaders {

  private static final ShopAddresses NOBODY = new ShopAddresses(null, null, null);

  private final CheckoutSettings settings;
  private final String script;

  CheckoutHeaders(CheckoutSettings settings, CheckoutAssets assets) {
    this.settings = settings;
    script = assets.script().integrity();
  }

  void of(HttpHeaders headers) {
    of(headers, NOBODY);
  }

  /// @param shop a form may end at the shop, because browsers follow a form's redirects by the same
  ///   rule; its frame may show the page
  void of(HttpHeaders headers, ShopAddresses shop) {
    String frame = shop.frame();
    headers.set(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' '"
            + script
            + "'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'"
            + formEnds(shop)
            + "; frame-ancestors "
            + (frame == null ? "'none'" : frame)
            + "; base-uri 'none'; require-trusted-types-for 'script'");
    if (frame == null) {
      headers.set("X-Frame-Options", "DENY");
      headers.set("Cross-Origin-Opener-Policy", "same-origin");
    } else {
      headers.remove("X-Frame-Options");
      headers.remove("Cross-Origin-Opener-Policy");
    }
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    headers.setCacheControl("no-store");
    ofFile(headers);
  }

  void ofFile(HttpHeaders headers) {
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (settings.secure()) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }

  private static String formEnds(ShopAddresses shop) {
    return Stream.of(shop.success(), shop.cancel())
        .flatMap(address -> Optional.ofNullable(address).stream())
        .map(CheckoutHeaders::origin)
        .distinct()
        .map(origin -> " " + origin)
        .collect(Collectors.joining());
  }

  private static String origin(String address) {
    URI read = URI.create(address);
    return read.getScheme() + "://" + read.getRawAuthority();
  }
}
