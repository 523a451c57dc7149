package io.openvpos.authorization.threeds.page;

import java.util.Set;

/// A page and what it may reach.
///
/// @param formTargets origins that a form may be sent to, by way of redirects too
/// @param frames origins that a frame may show
public record BrowserPage(int status, String html, Set<String> formTargets, Set<String> frames) {

  /// The page's `Content-Security-Policy`: the one script, by its digest, and styles of this
  /// origin.
  public String policy() {
    return "default-src 'none'; script-src 'self' '"
        + PageAsset.SCRIPT.integrity()
        + "'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; "
        + "require-trusted-types-for 'script'; frame-ancestors 'self'; form-action 'self'"
        + listed(formTargets)
        + "; frame-src 'self'"
        + listed(frames);
  }

  private static String listed(Set<String> origins) {
    return origins.isEmpty() ? "" : " " + String.join(" ", origins);
  }
}
