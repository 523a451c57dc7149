package io.openvpos.messaging.outbox;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Ids of the last few seconds, in two generations: cheap to age, bounded by the traffic.
final class RecentIds {

  /// Five seconds at the pace of the relay's pulls.
  private static final int TURNS = 20;

  private volatile Set<String> young = ConcurrentHashMap.newKeySet();
  private volatile Set<String> old = Set.of();
  private int turns;

  boolean contains(String id) {
    return young.contains(id) || old.contains(id);
  }

  void addAll(Collection<String> ids) {
    young.addAll(ids);
  }

  /// Called at a steady pace by one thread; forgets what is older than two generations.
  void age() {
    turns++;
    if (turns == TURNS) {
      turns = 0;
      old = young;
      young = ConcurrentHashMap.newKeySet();
    }
  }
}
