package io.openvpos.merchant.sitecheck;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.sitecheck.domain.SiteCheck;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where checks are kept.
public interface SiteCheckStore {

  Optional<SiteCheck> find(String subjectId, int number);

  /// The newest first, at most `limit`.
  List<SiteCheck> of(String subjectId, int limit);

  /// False if the number is taken.
  ///
  /// @param action for the audit trail, written with the check
  boolean insert(SiteCheck asked, Action action);

  /// False if the check has changed since its version was read.
  boolean save(SiteCheck changed, Action action);

  /// Checks that wait, and those whose lease is over, the oldest first, at most `limit`.
  List<SiteCheck> due(Instant now, int limit);
}
