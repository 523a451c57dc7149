package io.openvpos.sandbox.bench.settle;

import java.nio.file.Path;
import java.util.List;

/// What is measured.
///
/// @param lines of the day, one run for each
/// @param merchants that share them; the first has 30 % of them
/// @param data wiped before each run
public record SettlePlan(List<Integer> lines, int merchants, Path data, long seed) {

  public SettlePlan {
    lines = List.copyOf(lines);
  }
}
