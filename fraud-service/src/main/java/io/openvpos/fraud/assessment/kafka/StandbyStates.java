package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.FraudSettings;
import io.openvpos.fraud.assessment.kafka.RiskCheckDecoder.Decoded;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// States of partitions that this instance does not own, one each. Two threads meet here: the one
/// that polls for the owned partitions gives states up and takes them, the one that stands by
/// counts on in them. Nothing in here waits for broker, disk or registry, so that the first never
/// waits for more than one poll's counting.
@Component
class StandbyStates {

  private final boolean kept;
  private final Map<TopicPartition, CountedState> states = new HashMap<>();
  private @Nullable Set<TopicPartition> owned;

  StandbyStates(FraudSettings settings) {
    kept = settings.standby().enabled();
  }

  /// Which partitions this instance owns from now on. Before the first word nothing is followed.
  synchronized void owns(Collection<TopicPartition> now) {
    owned = Set.copyOf(now);
    states.keySet().removeAll(owned);
  }

  /// What there is of a partition that this instance owns from now on, to be compared with the log
  /// once more.
  synchronized @Nullable CountedState take(TopicPartition partition) {
    CountedState state = states.remove(partition);
    return state == null ? null : state.toBeChecked();
  }

  /// What an owner has counted so far. It may be ahead of what is committed: then it waits, and is
  /// not used before the group has gone beyond it.
  synchronized void giveUp(TopicPartition partition, CountedState state) {
    if (kept) {
      states.put(partition, state);
    }
  }

  /// Of `all`, those that another owns.
  synchronized Set<TopicPartition> followed(Collection<TopicPartition> all) {
    Set<TopicPartition> mine = owned;
    return mine == null
        ? Set.of()
        : all.stream().filter(each -> !mine.contains(each)).collect(Collectors.toSet());
  }

  synchronized boolean has(TopicPartition partition) {
    return states.containsKey(partition);
  }

  /// Left out where the partition was taken, or given up, in the meantime.
  synchronized void begin(TopicPartition partition, CountedState state) {
    if (owned != null && !owned.contains(partition)) {
      states.putIfAbsent(partition, state);
    }
  }

  /// Those that have not counted all that is answered, to be compared with the log once more.
  ///
  /// @param answered first offsets not answered yet
  synchronized Map<TopicPartition, CountedState> behind(Map<TopicPartition, Long> answered) {
    Map<TopicPartition, CountedState> behind = new HashMap<>();
    answered.forEach((partition, end) -> {
      CountedState state = states.get(partition);
      if (state != null && state.next() < end) {
        behind.put(partition, state.toBeChecked());
      }
    });
    states.putAll(behind);
    return behind;
  }

  /// Counts what was read for `state`, unless the partition has another by now. False where the log
  /// is not what the state was counted of: then it is gone. One that fails halfway is gone, too.
  ///
  /// @param records all of them answered
  synchronized boolean count(TopicPartition partition, CountedState state, List<Decoded> records) {
    if (records.isEmpty() || !states.remove(partition, state)) {
      return true;
    }
    Decoded first = records.getFirst();
    boolean wentBack = state.isChecked() && state.knows(first.record());
    if (wentBack || !state.continuesIn(first.record())) {
      return false;
    }
    for (Decoded each : records) {
      if (!state.knows(each.record())) {
        each.check().ifPresent(state.assessor()::replay);
        state.counted(each.record());
      }
    }
    states.put(partition, state);
    return true;
  }

  /// Records that are answered and not counted here.
  synchronized long lag(Map<TopicPartition, Long> answered) {
    long lag = 0;
    for (Map.Entry<TopicPartition, CountedState> each : states.entrySet()) {
      long next = each.getValue().next();
      lag += Math.max(0, answered.getOrDefault(each.getKey(), next) - next);
    }
    return lag;
  }

  synchronized int size() {
    return states.size();
  }

  synchronized void forget() {
    states.clear();
  }
}
