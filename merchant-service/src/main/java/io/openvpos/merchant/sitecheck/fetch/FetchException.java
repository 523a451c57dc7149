package io.openvpos.merchant.sitecheck.fetch;

import io.openvpos.merchant.sitecheck.domain.seen.Problem;

/// An address could not be read; expected of strangers' sites.
public final class FetchException extends Exception {

  private final Problem problem;

  public FetchException(Problem problem, String detail) {
    super(detail, null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
