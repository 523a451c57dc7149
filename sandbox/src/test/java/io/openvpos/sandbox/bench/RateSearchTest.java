package io.openvpos.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateSearchTest {

  @Test
  void findsTheHighestRateWithinATwentieth() {
    for (int limit : new int[] {51, 99, 100, 137, 640, 1_000, 12_345}) {
      int found = RateSearch.highest(50, rate -> rate <= limit);

      assertThat(found).isBetween(limit - Math.max(1, limit / 20), limit);
    }
  }

  @Test
  void goesBelowTheFirstRateIfThatIsTooMuch() {
    assertThat(RateSearch.highest(50, rate -> rate <= 12)).isEqualTo(12);
    assertThat(RateSearch.highest(50, rate -> false)).isZero();
  }

  @Test
  void doublesThenHalvesTheGap() {
    List<Integer> tried = new ArrayList<>();

    RateSearch.highest(
        50,
        rate -> {
          tried.add(rate);
          return rate <= 130;
        });

    assertThat(tried).containsExactly(50, 100, 200, 150, 125, 137, 131);
  }
}
