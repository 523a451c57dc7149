package io.openvpos.merchant.sitecheck.domain.judge;

import io.openvpos.merchant.sitecheck.domain.Criterion;
import io.openvpos.merchant.sitecheck.domain.Evidence;
import io.openvpos.merchant.sitecheck.domain.Finding;
import io.openvpos.merchant.sitecheck.domain.Verdict;
import java.util.List;

/// Short ways to say what was found.
final class Found {

  private Found() {}

  static Finding passed(Criterion criterion, String reason, List<Evidence> evidence) {
    return new Finding(criterion, Verdict.PASSED, reason, evidence);
  }

  static Finding failed(Criterion criterion, String reason, List<Evidence> evidence) {
    return new Finding(criterion, Verdict.FAILED, reason, evidence);
  }

  static Finding person(Criterion criterion, String reason, List<Evidence> evidence) {
    return new Finding(criterion, Verdict.NEEDS_PERSON, reason, evidence);
  }
}
