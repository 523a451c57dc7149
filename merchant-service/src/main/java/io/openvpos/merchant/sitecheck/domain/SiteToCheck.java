package io.openvpos.merchant.sitecheck.domain;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A site and how to look at it.
///
/// @param subjectId the application's or merchant's id
/// @param testAddress checked instead of the address while that is not live
public record SiteToCheck(
    String subjectId,
    URI address,
    @Nullable URI testAddress,
    Audience audience,
    @Nullable Login login) {

  /// Where the check begins.
  public URI start() {
    return testAddress == null ? address : testAddress;
  }

  public SiteToCheck withoutLogin() {
    return new SiteToCheck(subjectId, address, testAddress, audience, null);
  }
}
