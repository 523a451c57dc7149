package io.openvpos.merchant.sitecheck.domain.seen;

import io.openvpos.merchant.sitecheck.domain.Audience;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything that was seen of a site.
///
/// @param start the first visit: the address or, if there is one, the test address
/// @param live the visit of the address where a test address was checked instead
/// @param after the visits that followed, in order
/// @param outOfTime true if pages were left because the time was over
public record SiteSeen(
    URI address,
    Audience audience,
    Visit start,
    @Nullable Visit live,
    List<Visit> after,
    SignedIn signedIn,
    boolean outOfTime) {

  public SiteSeen {
    after = List.copyOf(after);
  }

  public List<Visit> visits() {
    return Stream.concat(Stream.of(start), after.stream()).toList();
  }

  /// Every visit to keep, that of the live address too.
  public List<Visit> all() {
    return Stream.concat(visits().stream(), Optional.ofNullable(live).stream()).toList();
  }

  public List<Page> pages() {
    return visits().stream().flatMap(visit -> visit.read().stream()).toList();
  }

  /// True if something may be there that the machine could not see: what is missing is then a
  /// person's to say.
  public boolean incomplete() {
    return outOfTime
        || start.read().map(Page::drawnByScript).orElse(false)
        || after.stream().anyMatch(visit -> visit.problem() == Problem.ROBOTS);
  }
}
