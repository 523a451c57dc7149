package io.openvpos.fraud.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What is remembered, by name, each of which comes up in turn: so what has grown old leaves
/// without a pause for a full sweep. Whose turn it is means nothing to what is remembered.
///
/// @param <V> what is remembered of a name
public final class Rota<V> {

  private record Entry<V>(String name, V value) {}

  private final Map<String, V> byName = new HashMap<>();
  private final List<Entry<V>> inTurn = new ArrayList<>();
  private int next;

  public @Nullable V find(String name) {
    return byName.get(name);
  }

  /// The name must be a new one.
  public void add(String name, V value) {
    if (byName.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException("remembered already: " + name);
    }
    inTurn.add(new Entry<>(name, value));
  }

  public int size() {
    return inTurn.size();
  }

  public void forEach(BiConsumer<String, V> each) {
    inTurn.forEach(entry -> each.accept(entry.name(), entry.value()));
  }

  /// Whoever's turn it is leaves if it may; the last one takes an empty place.
  public void look(Predicate<V> mayLeave) {
    if (inTurn.isEmpty()) {
      return;
    }
    next = next >= inTurn.size() ? 0 : next;
    Entry<V> entry = inTurn.get(next);
    if (!mayLeave.test(entry.value())) {
      next++;
      return;
    }
    byName.remove(entry.name());
    Entry<V> last = inTurn.removeLast();
    if (next < inTurn.size()) {
      inTurn.set(next, last);
    }
  }
}
