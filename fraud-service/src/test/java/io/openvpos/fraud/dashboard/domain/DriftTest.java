package io.openvpos.fraud.dashboard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DriftTest {

  @Test
  void binsRiseWithTheirValues() {
    List<Integer> bins =
        DoubleStream.of(-1, 0, 0.01, 0.3, 1, 2, 3.9, 4, 1_000_000, 1e12)
            .mapToObj(Drift::bin)
            .toList();
    assertThat(bins).isSorted();
    assertThat(Drift.bins()).isSorted().hasSizeGreaterThan(bins.getLast());
    assertThat(bins.get(5)).isEqualTo(bins.get(6)).isNotEqualTo(bins.get(7));
    assertThat(Drift.bin(Double.NaN)).isEqualTo(Drift.bin(-1));
    assertThat(Drift.bin(Double.POSITIVE_INFINITY)).isEqualTo(Drift.bin(1e300));
  }

  @Test
  void theSameSharesAreNoDriftAndNothingIsNone() {
    Map<String, Long> now = Map.of("01", 300L, "05", 700L);
    assertThat(Drift.psi(now, Map.of("01", 3_000L, "05", 7_000L))).isCloseTo(0, within(1e-5));
    assertThat(Drift.psi(now, Map.of())).isZero();
    assertThat(Drift.psi(Map.of(), now)).isZero();
  }

  /// (0.5 − 0.25) ln 2 + (0.5 − 0.75) ln(2/3) = 0.2747 by hand, but for the half in each bin.
  @Test
  void theIndexIsThatOfTheFormula() {
    Map<String, Long> now = Map.of("01", 50_000L, "05", 50_000L);
    Map<String, Long> before = Map.of("01", 25_000L, "05", 75_000L);
    assertThat(Drift.psi(now, before)).isCloseTo(0.27465, within(1e-3));
    assertThat(Drift.psi(now, before)).isGreaterThan(Drift.LARGE);
  }
}
