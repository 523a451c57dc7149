package io.openvpos.fraud.dashboard.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How often each of many things happened, by names such as `decision|approve`. What is counted in
/// two places is added up. Confined to one thread.
public final class Counts {

  private final Map<String, Long> byName = new HashMap<>();

  public static Counts of(Map<String, Long> counts) {
    Counts made = new Counts();
    counts.forEach(made::add);
    return made;
  }

  /// One more.
  public void count(String name) {
    add(name, 1);
  }

  public void add(String name, long times) {
    byName.merge(name, times, Math::addExact);
  }

  public Counts add(Counts other) {
    other.byName.forEach(this::add);
    return this;
  }

  public long get(String name) {
    return byName.getOrDefault(name, 0L);
  }

  /// Those whose names begin so, by the rest of the name.
  public SortedMap<String, Long> below(String prefix) {
    SortedMap<String, Long> below = new TreeMap<>();
    byName.forEach((name, times) -> {
      if (name.startsWith(prefix)) {
        below.put(name.substring(prefix.length()), times);
      }
    });
    return below;
  }

  public Map<String, Long> all() {
    return Map.copyOf(byName);
  }
}
