package io.openvpos.sandbox.bench.settle;

import java.util.Locale;

/// What one size took, as a row of the table in docs/benchmarks.md.
///
/// @param ready seconds from the start of settlement-service until it serves, as all until `closed`
/// @param reported until all files of the day have been made
/// @param heapMebibytes the most that was in use after a collection
record Row(
    int lines,
    double ready,
    double cut,
    double paid,
    double closed,
    double reported,
    Spent spent,
    long heapMebibytes) {

  static final String HEAD =
      "| lines | ready | cut | paid | closed | reported (s) | lines/s | CPU s: service | store"
          + " | broker | CPU s for 1,000 lines | heap (MB) |";

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "| %,d | %.1f | %.1f | %.1f | %.1f | %.1f | %,.0f | %.1f | %.1f | %.1f | %.3f | %d |",
        lines,
        ready,
        cut,
        paid,
        closed,
        reported,
        lines / reported,
        spent.service().toMillis() / 1e3,
        spent.store().toMillis() / 1e3,
        spent.broker().toMillis() / 1e3,
        spent.seconds() * 1_000 / lines,
        heapMebibytes);
  }
}
