package io.openvpos.merchant.sitecheck.domain.seen;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An address that was asked for, and what became of it.
///
/// @param given true if the applicant named it, false if a page did
/// @param hops the redirects on the way, in order; the last is where it ended
/// @param status of the last answer; 0 if there was none
/// @param bytes of the page after decompression, as far as it was read
/// @param cut true if the page was longer than what was read
/// @param sha256 of those bytes in hex; empty without a page
/// @param detail of the problem, or empty
/// @param page what can be read of it; not kept with the check
public record Visit(
    URI requested,
    boolean given,
    List<URI> hops,
    int status,
    String contentType,
    long bytes,
    boolean cut,
    String sha256,
    @Nullable Tls tls,
    @Nullable Problem problem,
    String detail,
    @Nullable Page page) {

  public Visit {
    hops = List.copyOf(hops);
  }

  /// Nothing was read, and this is why.
  public static Visit refused(URI requested, boolean given, Problem problem, String detail) {
    return new Visit(requested, given, List.of(), 0, "", 0, false, "", null, problem, detail, null);
  }

  public URI address() {
    return hops.isEmpty() ? requested : hops.getLast();
  }

  /// The page, if the site answered with one and meant it.
  public Optional<Page> read() {
    return status >= 200 && status < 300 ? Optional.ofNullable(page) : Optional.empty();
  }
}
