package io.openvpos.settlement.reconciliation.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/// Matches the items of both sides that have one key. The captures of one payment share theirs, so
/// there may be several: the closest pairs are made first. Every item ends in exactly one pair, and
/// the order in which the items come does not matter.
public final class Matching {

  private static final Comparator<Item> ORDER =
      Comparator.comparing(Item::currency)
          .thenComparingLong(Item::amount)
          .thenComparing(Item::arn)
          .thenComparing(Item::date)
          .thenComparing(Item::stan)
          .thenComparing(Item::authorizationCode)
          .thenComparing(Item::pan)
          .thenComparing(Item::reason)
          .thenComparing(Item::caseReference)
          .thenComparingInt(Item::cycle);

  private final Tolerances tolerances;
  private final List<Item> ours;
  private final List<Item> theirs;
  private final List<Pair> pairs = new ArrayList<>();

  private Matching(List<Item> ours, List<Item> theirs, Tolerances tolerances) {
    this.ours = sorted(ours);
    this.theirs = sorted(theirs);
    this.tolerances = tolerances;
  }

  /// The pairs of items that all have one key.
  public static List<Pair> match(List<Item> ours, List<Item> theirs, Tolerances tolerances) {
    return new Matching(ours, theirs, tolerances).pairs();
  }

  private List<Pair> pairs() {
    List<Item> wanted = List.copyOf(ours);
    pair(MatchClass.MATCHED, (one, other) -> sameMoney(one, other) && sameArn(one, other));
    pair(MatchClass.MATCHED, Matching::sameMoney);
    pair(
        MatchClass.MATCHED,
        (one, other) -> sameCurrency(one, other) && tolerances.allows(one, other));
    pair(
        MatchClass.AMOUNT_DIFFERS, (one, other) -> sameCurrency(one, other) && sameArn(one, other));
    pair(MatchClass.CURRENCY_DIFFERS, Matching::sameArn);
    pair(MatchClass.AMOUNT_DIFFERS, Matching::sameCurrency);
    pair(MatchClass.CURRENCY_DIFFERS, (one, other) -> true);
    ours.forEach(one -> pairs.add(new Pair(MatchClass.MISSING_THERE, one, null)));
    theirs.forEach(other -> pairs.add(new Pair(unasked(wanted), null, other)));
    return List.copyOf(pairs);
  }

  /// What is left of theirs has more items than ours.
  private static MatchClass unasked(List<Item> wanted) {
    return wanted.isEmpty() ? MatchClass.MISSING_HERE : MatchClass.DUPLICATE;
  }

  private void pair(MatchClass match, BiPredicate<Item, Item> fits) {
    for (Item one : List.copyOf(ours)) {
      theirs.stream()
          .filter(other -> fits.test(one, other))
          .findFirst()
          .ifPresent(other -> {
            ours.remove(one);
            theirs.remove(other);
            pairs.add(new Pair(match, one, other));
          });
    }
  }

  private static boolean sameMoney(Item one, Item other) {
    return sameCurrency(one, other) && one.amount() == other.amount();
  }

  private static boolean sameCurrency(Item one, Item other) {
    return one.currency().equals(other.currency());
  }

  private static boolean sameArn(Item one, Item other) {
    return one.arn().equals(other.arn());
  }

  private static List<Item> sorted(List<Item> items) {
    List<Item> sorted = new ArrayList<>(items);
    sorted.sort(ORDER);
    return sorted;
  }
}
