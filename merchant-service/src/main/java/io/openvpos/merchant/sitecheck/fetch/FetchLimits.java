package io.openvpos.merchant.sitecheck.fetch;

import java.time.Duration;
import java.util.Set;

/// How much of a stranger's site is taken.
///
/// @param pageBytes of one page, before and after decompression
/// @param requestTime from the look-up of the name to the last byte
public record FetchLimits(
    Set<Integer> ports, boolean allowHttp, int pageBytes, Duration requestTime) {

  /// Of an answer's head: browsers stop at a quarter of a megabyte, honest sites far below this.
  static final int HEAD_BYTES = 64 * 1024;

  public FetchLimits {
    ports = Set.copyOf(ports);
  }
}
