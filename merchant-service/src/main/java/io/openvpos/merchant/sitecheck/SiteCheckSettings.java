package io.openvpos.merchant.sitecheck;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator may set of the site check.
///
/// @param allowPrivate for sandboxes and tests: private addresses may be asked. Never in
///   production: an applicant could then read the bank's network through the evidence
/// @param allowHttp for sandboxes and tests: sites without TLS are read, and fail the criterion
/// @param ports that may be connected to; empty for any
/// @param extraTrust a PEM file of further authorities, as a sandbox's own
/// @param atOnce checks that one instance runs at the same time
/// @param pages asked for in one check
/// @param pageBytes read of one page
/// @param time of one check
/// @param requestTime of one request
/// @param redirects followed for one page
/// @param lease after which a check that has not ended is begun again; longer than `time`
@ConfigurationProperties("vpos.site-check")
public record SiteCheckSettings(
    @DefaultValue("false") boolean allowPrivate,
    @DefaultValue("false") boolean allowHttp,
    @DefaultValue({"443", "80"}) Set<Integer> ports,
    @Nullable Path extraTrust,
    @DefaultValue("4") int atOnce,
    @DefaultValue("25") int pages,
    @DefaultValue("1048576") int pageBytes,
    @DefaultValue("60s") Duration time,
    @DefaultValue("10s") Duration requestTime,
    @DefaultValue("5") int redirects,
    @DefaultValue("3m") Duration lease) {

  public SiteCheckSettings {
    ports = Set.copyOf(ports);
    require(atOnce > 0 && pages > 0 && pageBytes > 0 && redirects >= 0, "limits are above zero");
    require(time.isPositive() && requestTime.isPositive(), "times are above zero");
    require(lease.compareTo(time.plus(requestTime)) > 0, "a lease outlasts its check");
  }

  private static void require(boolean met, String what) {
    if (!met) {
      throw new IllegalArgumentException("vpos.site-check: " + what);
    }
  }
}
