package io.openvpos.page;

import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator may set of the pages.
///
/// @param plainHttp true only where browsers reach the pages without TLS, as on one's own machine:
///   the session cookie then is not bound to https
/// @param atOnce page requests in execution at once; one more is answered 503
/// @param sessionUri where sessions are asked for by a service that keeps none itself
/// @param elsewhere by path prefix, the address of the service that has the pages below it; empty
///   where one proxy has all of them under one address
@ConfigurationProperties("vpos.pages")
public record PageSettings(
    @DefaultValue("false") boolean plainHttp,
    @DefaultValue("256") int atOnce,
    @Nullable URI sessionUri,
    @DefaultValue Map<String, URI> elsewhere) {

  public PageSettings {
    if (atOnce < 1) {
      throw new IllegalArgumentException("vpos.pages.at-once is not positive");
    }
    elsewhere = Map.copyOf(elsewhere);
  }

  public boolean secureCookies() {
    return !plainHttp;
  }

  /// The service that has a page, where it is another one: the longest prefix decides, and a prefix
  /// without an address is our own.
  public Optional<URI> otherService(String path) {
    return elsewhere.entrySet().stream()
        .filter(entry -> path.equals(entry.getKey()) || path.startsWith(entry.getKey() + "/"))
        .max(Comparator.comparingInt(entry -> entry.getKey().length()))
        .map(Map.Entry::getValue)
        .filter(address -> !address.toString().isEmpty());
  }
}
