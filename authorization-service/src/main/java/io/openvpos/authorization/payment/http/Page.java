package io.openvpos.authorization.payment.http;

import java.util.List;

/// One page of a list.
record Page<T>(List<T> data, boolean hasMore) {

  /// `found` holds one more than the page if there is more.
  static <T> Page<T> of(List<T> found, int limit) {
    return new Page<>(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
  }
}
