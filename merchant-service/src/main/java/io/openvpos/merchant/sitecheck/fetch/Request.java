package io.openvpos.merchant.sitecheck.fetch;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is asked of an address.
///
/// @param form the body of a POST, already encoded; null for a GET
/// @param readable the media types whose body is wanted; any other is left unread
/// @param secret true if it carries a password: it is then sent to nobody but whom a trusted
///   certificate names
public record Request(
    URI address,
    Map<String, String> headers,
    @Nullable String form,
    Set<String> readable,
    boolean secret) {

  public static final String AGENT = "OpenVposSiteCheck/1.0";

  public Request {
    headers = Map.copyOf(headers);
    readable = Set.copyOf(readable);
  }

  public boolean isPost() {
    return form != null;
  }
}
