package io.openvpos.page.frame;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// Whether a form comes from a page of ours, as far as the browser tells. Every browser of today
/// tells by `Sec-Fetch-Site`; an older one by `Origin`, which it leaves `null` where the page has a
/// referrer policy of `no-referrer`. The token of the form decides in any case.
final class SameOrigin {

  private SameOrigin() {}

  static boolean holds(ServerHttpRequest request) {
    HttpHeaders headers = request.getHeaders();
    String site = headers.getFirst("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = headers.getFirst(HttpHeaders.ORIGIN);
    return origin == null || origin.equals("null") || isOwn(origin, request);
  }

  private static boolean isOwn(String origin, ServerHttpRequest request) {
    String authority = authority(origin);
    return authority != null
        && (authority.equals(request.getHeaders().getFirst(HttpHeaders.HOST))
            || authority.equals(request.getURI().getAuthority()));
  }

  private static @Nullable String authority(String origin) {
    try {
      return URI.create(origin).getAuthority();
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }
}
