package io.openvpos.authorization.webhook.domain;

import java.util.List;
import java.util.stream.Stream;

/// Which events an endpoint wants: names, groups such as `payment.*`, or `*` for all.
///
/// @param patterns at least one, each [#isPattern]
public record EventFilter(List<String> patterns) {

  private static final String ALL = "*";
  private static final String GROUP = ".*";

  public static final int MOST = 20;

  public EventFilter {
    patterns = List.copyOf(patterns);
  }

  public static EventFilter all() {
    return new EventFilter(List.of(ALL));
  }

  public boolean wants(EventType type) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, type));
  }

  /// Whether it names any event there is.
  public static boolean isPattern(String text) {
    return Stream.of(EventType.values()).anyMatch(type -> matches(text, type));
  }

  private static boolean matches(String pattern, EventType type) {
    if (pattern.equals(ALL) || pattern.equals(type.code())) {
      return true;
    }
    return pattern.endsWith(GROUP)
        && type.code().startsWith(pattern.substring(0, pattern.length() - 1))
        && pattern.length() > GROUP.length();
  }
}
