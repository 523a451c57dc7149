package io.openvpos.settlement.reconciliation.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Matches two sides of any size in bounded memory: the keys are dealt out to as many hands as it
/// takes, and both sides are read once for each hand.
public final class Reconciler {

  /// Items of both sides in memory at once, about.
  static final int ITEMS_AT_ONCE = 200_000;

  /// One side, read from its beginning each time, in the same way.
  @FunctionalInterface
  public interface Side {
    void forEach(Consumer<Item> each);
  }

  private record Group(List<Item> ours, List<Item> theirs) {
    private Group() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  private final Tolerances tolerances;
  private final int itemsAtOnce;

  public Reconciler(Tolerances tolerances) {
    this(tolerances, ITEMS_AT_ONCE);
  }

  Reconciler(Tolerances tolerances, int itemsAtOnce) {
    this.tolerances = tolerances;
    this.itemsAtOnce = itemsAtOnce;
  }

  /// Every pair goes to `each`; the tally of all is returned.
  public Tally match(Side ours, Side theirs, Consumer<Pair> each) {
    Tally tally = new Tally();
    long[] items = new long[1];
    ours.forEach(item -> {
      tally.presented(item);
      items[0]++;
    });
    theirs.forEach(item -> {
      if (item.type().isPresented()) {
        tally.cleared(item);
        items[0]++;
      }
    });
    int hands = Math.toIntExact(1 + items[0] / itemsAtOnce);
    for (int hand = 0; hand < hands; hand++) {
      for (Pair pair : hand(ours, theirs, hand, hands)) {
        tally.add(pair);
        each.accept(pair);
      }
    }
    return tally;
  }

  private List<Pair> hand(Side ours, Side theirs, int hand, int hands) {
    Map<String, Group> groups = new HashMap<>();
    ours.forEach(item -> {
      if (isOf(item, hand, hands)) {
        groups.computeIfAbsent(item.key(), _ -> new Group()).ours().add(item);
      }
    });
    theirs.forEach(item -> {
      if (item.type().isPresented() && isOf(item, hand, hands)) {
        groups.computeIfAbsent(item.key(), _ -> new Group()).theirs().add(item);
      }
    });
    List<Pair> pairs = new ArrayList<>();
    new TreeMap<>(groups)
        .values()
        .forEach(group -> pairs.addAll(Matching.match(group.ours(), group.theirs(), tolerances)));
    return pairs;
  }

  private static boolean isOf(Item item, int hand, int hands) {
    return Math.floorMod(item.key().hashCode(), hands) == hand;
  }
}
