package io.openvpos.page;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
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
/// @param own prefixes of the pages that this service has whatever `elsewhere` says
/// @param elsewhere by path prefix, the address of the service that has the pages below it; empty
///   where one proxy has all of them under one address
@ConfigurationProperties("vpos.pages")
public record PageSettings(
    @DefaultValue("false") boolean plainHttp,
    @DefaultValue("256") int atOnce,
    @Nullable URI sessionUri,
    @DefaultValue List<String> own,
    @DefaultValue Map<String, URI> elsewhere) {

  public PageSettings {
    if (atOnce < 1) {
      throw new IllegalArgumentException("vpos.pages.at-once is not positive");
    }
    own = List.copyOf(own);
    elsewhere = Map.copyOf(elsewhere);
  }

  public boolean secureCookies() {
    return !plainHttp;
  }

  /// The service that has a page, where it is another one: the longest prefix decides.
  public Optional<URI> otherService(String path) {
    if (own.stream().anyMatch(prefix -> isWithin(path, prefix))) {
      return Optional.empty();
    }
    return elsewhere.entrySet().stream()
        .filter(entry -> isWithin(path, entry.getKey()))
        .max(Comparator.comparingInt(entry -> entry.getKey().length()))
        .map(Map.Entry::getValue);
  }

  private static boolean isWithin(String path, String prefix) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }
}
