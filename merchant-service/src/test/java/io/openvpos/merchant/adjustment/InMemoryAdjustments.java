package io.openvpos.merchant.adjustment;

import io.openvpos.merchant.adjustment.domain.Adjustment;
import io.openvpos.merchant.adjustment.domain.AdjustmentStatus;
import io.openvpos.merchant.audit.domain.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The adjustments as the store decides on them: insert once, compare-and-set, and the events that
/// the approvals left.
public class InMemoryAdjustments implements Adjustments, AdjustmentOutbox {

  public final List<String> unsent = new CopyOnWriteArrayList<>();
  public final List<String> log = new CopyOnWriteArrayList<>();
  public final List<Action> actions = new CopyOnWriteArrayList<>();
  private final Map<String, Adjustment> stored = new ConcurrentHashMap<>();

  @Override
  public boolean insert(Adjustment pending, Action action) {
    boolean made = stored.putIfAbsent(pending.id(), pending) == null;
    if (made) {
      actions.add(action);
    }
    return made;
  }

  @Override
  public Optional<Adjustment> find(String id) {
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public boolean save(Adjustment decided, Action action) {
    Adjustment before = stored.get(decided.id());
    boolean made =
        before != null
            && before.version() == decided.version() - 1
            && stored.replace(decided.id(), before, decided);
    if (made) {
      actions.add(action);
      if (decided.status() == AdjustmentStatus.APPROVED) {
        unsent.add(decided.eventId());
      }
    }
    return made;
  }

  @Override
  public List<Adjustment> page(Query query, @Nullable Adjustment after, int limit) {
    return new ArrayList<>(stored.values())
        .stream()
            .filter(one -> one.wanted().merchantId().equals(query.merchantId()))
            .filter(one -> query.modes().contains(one.wanted().mode()))
            .filter(one -> query.status() == null || query.status() == one.status())
            .sorted(Comparator.comparing((Adjustment one) -> one.asked().at()).reversed())
            .dropWhile(one -> after != null && !one.id().equals(after.id()))
            .skip(after == null ? 0 : 1)
            .limit(limit)
            .toList();
  }

  @Override
  public void sendEverything() {
    List<String> sending = List.copyOf(unsent);
    log.addAll(sending);
    unsent.removeAll(sending);
  }
}
