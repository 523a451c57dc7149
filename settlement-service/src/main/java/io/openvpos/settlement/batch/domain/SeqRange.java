package io.openvpos.settlement.batch.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// A run of ledger sequence numbers without a gap, both ends included. A batch keeps its entries as
/// such runs: few, since a head's numbers of one day mostly follow each other.
public record SeqRange(long from, long to) {

  /// The runs of `sorted`, which is ascending without duplicates.
  public static List<SeqRange> of(long[] sorted) {
    List<SeqRange> ranges = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[i - 1] + 1) {
        ranges.add(new SeqRange(sorted[start], sorted[i - 1]));
        start = i;
      }
    }
    return List.copyOf(ranges);
  }

  public LongStream numbers() {
    return LongStream.rangeClosed(from, to);
  }
}
