package io.openvpos.merchant.ledger.http;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/// A page over several heads, each of which counts its own seq. It never ends between two that have
/// the same seq: whoever goes on after its last seq misses nothing that was there.
record SeqPage<T>(List<T> elements, boolean hasMore) {

  /// A page of at most `limit`; or of all that share the first seq where those alone are more,
  /// since a page cut among them could not be gone on from. That takes more heads than `limit`.
  ///
  /// @param found of each head its first `limit` + 1
  /// @param ties orders those with the same seq
  static <T> SeqPage<T> of(
      List<T> found, ToLongFunction<T> seq, Comparator<? super T> ties, int limit) {
    List<T> sorted =
        found.stream().sorted(Comparator.comparingLong(seq).thenComparing(ties)).toList();
    if (sorted.size() <= limit) {
      return new SeqPage<>(sorted, false);
    }
    long first = seq.applyAsLong(sorted.getFirst());
    long beyond = seq.applyAsLong(sorted.get(limit));
    List<T> page =
        sorted.stream()
            .takeWhile(each -> seq.applyAsLong(each) == first || seq.applyAsLong(each) < beyond)
            .toList();
    return new SeqPage<>(page, page.size() < sorted.size());
  }
}
