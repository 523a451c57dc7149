package io.openvpos.merchant.sitecheck;

import io.openvpos.merchant.sitecheck.domain.SiteToCheck;
import java.util.Optional;

/// Whoever knows which site a subject has: applications, merchants.
@FunctionalInterface
public interface SitesToCheck {

  /// Empty if there is no such subject, or none with a site.
  Optional<SiteToCheck> find(String subjectId);
}
