package io.openvpos.merchant.sitecheck.domain;

import java.util.List;

/// What the machine made of one criterion.
///
/// @param reason a stable code, as `expires_soon`; docs/site-check.md lists them
public record Finding(
    Criterion criterion, Verdict verdict, String reason, List<Evidence> evidence) {

  public static final int MOST_EVIDENCE = 10;

  public Finding {
    evidence = evidence.stream().limit(MOST_EVIDENCE).toList();
  }
}
