package io.openvpos.sandbox.chaos.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Calls that were answered for good; now and then somebody repeats one, at another instance.
final class EarlierCalls {

  private static final int KEPT = 2_000;

  /// Of a hundred visits.
  private static final int REPEATS = 25;

  private record Answered(Call call, int edge) {}

  private final List<Answered> calls = new ArrayList<>();
  private long seen;

  synchronized void remember(Call call, int edge) {
    Answered answered = new Answered(call, edge);
    if (calls.size() < KEPT) {
      calls.add(answered);
    } else {
      calls.set((int) (seen % KEPT), answered);
    }
    seen++;
  }

  /// The answer, whatever it is, goes to the journal; the reconciliation compares it with the
  /// first.
  void repeatOne(Client client, Random random) {
    if (random.nextInt(100) < REPEATS) {
      drawn(random).ifPresent(one -> client.once(one.call(), (one.edge() + 1) % client.edges()));
    }
  }

  private synchronized Optional<Answered> drawn(Random random) {
    return calls.isEmpty()
        ? Optional.empty()
        : Optional.of(calls.get(random.nextInt(calls.size())));
  }
}
