package io.openvpos.fraud.backtest.page;

import io.openvpos.page.PageCaller;

/// Shares as the pages write them.
record Shares(PageCaller caller) {

  private static final int BASIS_POINTS = 10_000;

  /// A dash for what is no number: nothing to divide by.
  public String of(double share) {
    return Double.isNaN(share) ? "–" : caller.format().rate(Math.round(share * BASIS_POINTS));
  }
}
