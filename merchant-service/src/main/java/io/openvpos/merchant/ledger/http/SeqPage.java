package io.openvpos.merchant.ledger.http;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// A page over several heads, each of which counts its own seq. It never ends between two that have
/// the same seq: whoever goes on after its last seq misses nothing that was there.
record SeqPage<T>(List<T> elements, boolean hasMore) {

  /// A page of at most `limit`. Empty if more than that share the first seq: then no page of that
  /// size can be gone on from by seq alone. That takes more heads than `limit`.
  ///
  /// @param found of each head its first `limit` + 1
  /// @param ties orders those with the same seq
  static <T> Optional<SeqPage<T>> of(
      List<T> found, ToLongFunction<T> seq, Comparator<? super T> ties, int limit) {
    List<T> sorted =
        found.stream().sorted(Comparator.comparingLong(seq).thenComparing(ties)).toList();
    if (sorted.size() <= limit) {
      return Optional.of(new SeqPage<>(sorted, false));
    }
    long beyond = seq.applyAsLong(sorted.get(limit));
    List<T> page = sorted.stream().takeWhile(each -> seq.applyAsLong(each) < beyond).toList();
    return page.isEmpty() ? Optional.empty() : Optional.of(new SeqPage<>(page, true));
  }
}
