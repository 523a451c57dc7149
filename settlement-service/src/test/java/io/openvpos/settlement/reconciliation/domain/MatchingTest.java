package io.openvpos.settlement.reconciliation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatchingTest {

  private static final Tolerances FIVE = new Tolerances(Map.of("TRY", 5L));

  @Test
  void theSameItemMatches() {
    assertThat(classes(List.of(one(100)), List.of(one(100)))).containsExactly(MatchClass.MATCHED);
  }

  @Test
  void whatOneSideLacksIsMissing() {
    assertThat(classes(List.of(one(100)), List.of())).containsExactly(MatchClass.MISSING_THERE);
    assertThat(classes(List.of(), List.of(one(100)))).containsExactly(MatchClass.MISSING_HERE);
  }

  @Test
  void aSecondClearingIsADuplicate() {
    assertThat(classes(List.of(one(100)), List.of(one(100), one(100))))
        .containsExactly(MatchClass.MATCHED, MatchClass.DUPLICATE);
  }

  @Test
  void anotherAmountDiffersUnlessTheToleranceAllowsIt() {
    assertThat(classes(List.of(one(100)), List.of(one(106))))
        .containsExactly(MatchClass.AMOUNT_DIFFERS);
    assertThat(classes(List.of(one(100)), List.of(one(105)))).containsExactly(MatchClass.MATCHED);
  }

  @Test
  void anotherCurrencyDiffers() {
    Item theirs = Items.item(ItemType.CAPTURE, 1, 100, "USD", "2026-11-23.m_abc.test.TRY.1");
    assertThat(classes(List.of(one(100)), List.of(theirs)))
        .containsExactly(MatchClass.CURRENCY_DIFFERS);
  }

  @Test
  void partialCapturesOfOnePaymentFindTheirOwn() {
    Item first = Items.item(ItemType.CAPTURE, 1, 3_000, "TRY", "2026-11-23.m_abc.test.TRY.1");
    Item second = Items.item(ItemType.CAPTURE, 1, 5_000, "TRY", "2026-11-23.m_abc.test.TRY.2");
    Item wrong = Items.item(ItemType.CAPTURE, 1, 5_000, "TRY", "2026-11-23.m_abc.test.TRY.1");
    List<Pair> pairs = Matching.match(List.of(first, second), List.of(second, wrong), FIVE);
    assertThat(pairs)
        .containsExactly(
            new Pair(MatchClass.MATCHED, second, second),
            new Pair(MatchClass.AMOUNT_DIFFERS, first, wrong));
  }

  @Test
  void anyTwoSidesCloseInAnyOrderAndAnyNumberOfHands() {
    long seed = 20261127;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<Item> ours = side(random);
      List<Item> theirs = side(random);
      List<Pair> pairs = new ArrayList<>();
      Tally tally = new Reconciler(FIVE).match(ours::forEach, theirs::forEach, pairs::add);
      assertThat(Tally.closes(tally.rows())).isTrue();
      assertThat(pairs.stream().map(Pair::ours).filter(item -> item != null).toList())
          .containsExactlyInAnyOrderElementsOf(ours);
      assertThat(pairs.stream().map(Pair::theirs).filter(item -> item != null).toList())
          .containsExactlyInAnyOrderElementsOf(theirs);

      Collections.shuffle(ours, random);
      Collections.shuffle(theirs, random);
      List<Pair> again = new ArrayList<>();
      Tally sameTally =
          new Reconciler(FIVE, 1 + random.nextInt(5))
              .match(ours::forEach, theirs::forEach, again::add);
      assertThat(again).containsExactlyInAnyOrderElementsOf(pairs);
      assertThat(sameTally.rows()).isEqualTo(tally.rows());
    }
  }

  @Test
  void aSideWithItselfMatchesWhole() {
    List<Item> side = side(new Random(7));
    List<Pair> pairs = new ArrayList<>();
    new Reconciler(Tolerances.NONE).match(side::forEach, side::forEach, pairs::add);
    assertThat(pairs).hasSize(side.size()).allMatch(pair -> pair.match() == MatchClass.MATCHED);
  }

  @Test
  void chargebacksHaveNoOtherSide() {
    List<Item> theirs = List.of(Items.chargeback(1, 100, "CASE-1"));
    List<Pair> pairs = new ArrayList<>();
    Tally tally = new Reconciler(Tolerances.NONE).match(_ -> {}, theirs::forEach, pairs::add);
    assertThat(pairs).isEmpty();
    assertThat(tally.rows()).isEmpty();
  }

  private static List<Item> side(Random random) {
    List<Item> items = new ArrayList<>();
    int size = random.nextInt(12);
    for (int index = 0; index < size; index++) {
      int number = random.nextInt(4);
      items.add(
          Items.item(
              random.nextInt(4) == 0 ? ItemType.REFUND : ItemType.CAPTURE,
              number,
              1 + random.nextInt(12),
              random.nextInt(5) == 0 ? "USD" : "TRY",
              "2026-11-23.m_abc.test.TRY." + random.nextInt(5)));
    }
    return items;
  }

  private static Item one(long amount) {
    return Items.capture(1, amount);
  }

  private static List<MatchClass> classes(List<Item> ours, List<Item> theirs) {
    return Matching.match(ours, theirs, FIVE).stream().map(Pair::match).toList();
  }
}
