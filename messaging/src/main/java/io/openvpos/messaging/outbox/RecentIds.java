package io.openvpos.messaging.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Ids of the last few seconds, in two generations: cheap to age, bounded by the traffic.
final class RecentIds {

  private static final Duration GENERATION = Duration.ofSeconds(5);

  private volatile Set<String> young = ConcurrentHashMap.newKeySet();
  private volatile Set<String> old = Set.of();
  private long agedAt = System.nanoTime();

  boolean contains(String id) {
    return young.contains(id) || old.contains(id);
  }

  void addAll(Collection<String> ids) {
    young.addAll(ids);
  }

  /// Called often by one thread; forgets what is older than two generations.
  void age() {
    if (System.nanoTime() - agedAt > GENERATION.toNanos()) {
      agedAt = System.nanoTime();
      old = young;
      young = ConcurrentHashMap.newKeySet();
    }
  }
}
