package io.openvpos.authorization.payment.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of a payment's history. Holds no card data.
///
/// @param number its name within the history, for ever: rising, and never given to another entry
/// @param key entries of one key are repeats of each other: the first and the last of them are
///   kept; null for an entry that does not repeat
/// @param data strings, integers and booleans only
public record TimelineEntry(
    int number, @Nullable String key, String type, Instant at, Map<String, Object> data) {

  public TimelineEntry {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }

  /// An entry that the history has not numbered yet.
  static TimelineEntry told(
      @Nullable String key, String type, Instant at, Map<String, Object> data) {
    return new TimelineEntry(0, key, type, at, data);
  }

  boolean repeats(TimelineEntry earlier) {
    return key != null && key.equals(earlier.key);
  }
}
