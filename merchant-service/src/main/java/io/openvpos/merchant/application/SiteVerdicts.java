package io.openvpos.merchant.application;

import io.openvpos.merchant.application.domain.Application;

/// The check of an applicant's site, as far as an application needs to know it.
public interface SiteVerdicts {

  /// Begins the check of the site of a new application.
  void begin(Application application);

  /// Whether each criterion of the newest check has passed or was decided by a person.
  boolean settled(String applicationId);
}
