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
/// All of it can be copied as it stands at one moment, piece by piece, while it changes: who is
/// about to change a value [opens][#open] it, and it is copied before that.
///
/// @param <V> what is remembered of a name
public final class Rota<V> {

  private static final class Entry<V> {

    final String name;
    final V value;

    /// Number of the last copy that it is in, or that had begun before it came.
    int copied;

    Entry(String name, V value, int copied) {
      this.name = name;
      this.value = value;
      this.copied = copied;
    }
  }

  private final Map<String, Entry<V>> byName = new HashMap<>();
  private final List<Entry<V>> inTurn = new ArrayList<>();
  private int next;
  private @Nullable Copying copying;
  private int copies;

  /// To be read and not changed.
  public @Nullable V find(String name) {
    Entry<V> entry = byName.get(name);
    return entry == null ? null : entry.value;
  }

  /// To be changed before the next piece is copied.
  public @Nullable V open(String name) {
    Entry<V> entry = byName.get(name);
    if (entry == null) {
      return null;
    }
    copy(entry);
    return entry.value;
  }

  /// The name must be a new one.
  public void add(String name, V value) {
    Entry<V> entry = new Entry<>(name, value, copies);
    if (byName.putIfAbsent(name, entry) != null) {
      throw new IllegalArgumentException("remembered already: " + name);
    }
    inTurn.add(entry);
  }

  public int size() {
    return inTurn.size();
  }

  /// To be read and not changed.
  public void forEach(BiConsumer<String, V> each) {
    inTurn.forEach(entry -> each.accept(entry.name, entry.value));
  }

  /// Whoever's turn it is may change, and leaves if it may; the last one takes an empty place.
  public void look(Predicate<V> mayLeave) {
    if (inTurn.isEmpty()) {
      return;
    }
    next = next >= inTurn.size() ? 0 : next;
    Entry<V> entry = inTurn.get(next);
    copy(entry);
    if (!mayLeave.test(entry.value)) {
      next++;
      return;
    }
    byName.remove(entry.name);
    Entry<V> last = inTurn.removeLast();
    if (next < inTurn.size()) {
      inTurn.set(next, last);
    }
  }

  /// Begins to copy all that is remembered now, each once. A copy that is under way is given up.
  ///
  /// @param into is told of each before it changes, or when its turn comes
  Copying copy(BiConsumer<String, V> into) {
    Copying begun = new Copying(into);
    copying = begun;
    return begun;
  }

  private void copy(Entry<V> entry) {
    if (copying != null) {
      copying.take(entry);
    }
  }

  /// A copy under way.
  final class Copying {

    private final BiConsumer<String, V> into;
    private final int number = ++copies;

    /// Whoever is not copied yet has a place before this one. It goes from the last to the first,
    /// because the last one takes the place of one that leaves.
    private int left = inTurn.size();

    private Copying(BiConsumer<String, V> into) {
      this.into = into;
    }

    /// Copies one more; false if there is none: the copy is whole.
    boolean next() {
      if (copying != this) {
        throw new IllegalStateException("this copy was given up");
      }
      left = Math.min(left, inTurn.size());
      while (left > 0) {
        if (take(inTurn.get(--left))) {
          return true;
        }
      }
      copying = null;
      return false;
    }

    void giveUp() {
      if (copying == this) {
        copying = null;
      }
    }

    private boolean take(Entry<V> entry) {
      if (entry.copied == number) {
        return false;
      }
      entry.copied = number;
      into.accept(entry.name, entry.value);
      return true;
    }
  }
}
