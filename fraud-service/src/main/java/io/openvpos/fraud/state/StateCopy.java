package io.openvpos.fraud.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;

/// State as it stands at one moment, copied piece by piece while it changes: so nobody waits for
/// all of it. What a [Rota] remembers is copied before it changes or when its piece comes up,
/// whichever is first.
///
/// Confined to the thread of the state; once it is whole, [#toBytes] may be another's.
public final class StateCopy {

  private final List<StateWriter> parts = new ArrayList<>();
  private final Deque<Rota<?>.Copying> unfinished = new ArrayDeque<>();

  /// For what is written at once, behind all that came before.
  public StateWriter part() {
    StateWriter part = new StateWriter();
    parts.add(part);
    return part;
  }

  /// How many `rota` remembers now; then, piece by piece, the name and the value of each. One copy
  /// of a rota at a time: an earlier one that is not whole never will be.
  ///
  /// @param save writes a value
  public <V> void add(Rota<V> rota, BiConsumer<V, StateWriter> save) {
    StateWriter part = part();
    part.count(rota.size());
    unfinished.add(
        rota.copy((name, value) -> {
          part.text(name);
          save.accept(value, part);
        }));
  }

  /// Copies on until so many bytes have come to it; true once the copy is whole.
  public boolean goOn(long bytes) {
    long before = size();
    while (!unfinished.isEmpty() && size() - before < bytes) {
      if (!unfinished.element().next()) {
        unfinished.remove();
      }
    }
    return unfinished.isEmpty();
  }

  /// Copies all the rest.
  public StateCopy finish() {
    goOn(Long.MAX_VALUE);
    return this;
  }

  /// Nobody wants it any longer.
  public void giveUp() {
    unfinished.forEach(Rota<?>.Copying::giveUp);
    unfinished.clear();
  }

  /// Of a copy that is whole; throws [ArithmeticException] where it is longer than an array can be.
  public byte[] toBytes() {
    if (!unfinished.isEmpty()) {
      throw new IllegalStateException("the copy is not whole yet");
    }
    return StateWriter.toBytes(parts);
  }

  private long size() {
    long size = 0;
    for (StateWriter part : parts) {
      size += part.size();
    }
    return size;
  }
}
