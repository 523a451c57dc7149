package io.openvpos.settlement.fx.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RateTest {

  @Test
  void anAmountIsGivenAtTheBuyingPriceHalvesUp() {
    assertThat(usd("48.1235").given(97_90)).isEqualTo(4711_29);
    assertThat(usd("0.5").given(1)).isEqualTo(1);
    assertThat(usd("0.49").given(1)).isZero();
    assertThat(usd("48").given(0)).isZero();
    assertThat(new Rate("USD", 100, new BigDecimal("4812.35"), new BigDecimal("4813")).given(97_90))
        .isEqualTo(4711_29);
  }

  @Test
  void aCurrencyWithoutMinorUnitsIsCountedInItsOwn() {
    Rate yen = new Rate("JPY", 100, new BigDecimal("30.7311"), new BigDecimal("30.9346"));
    assertThat(yen.given(1_000)).isEqualTo(307_31);
  }

  @Test
  void theErrorOfRoundingIsNeverMoreThanHalfAKurus() {
    long seed = Long.getLong("seed", 20_261_127L);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      BigDecimal price = BigDecimal.valueOf(random.nextLong(1, 2_000_000), 4);
      int unit = random.nextBoolean() ? 1 : 100;
      long amount = random.nextLong(10_000_000_000L);
      Rate rate = new Rate("USD", unit, price, price);
      BigDecimal exact =
          BigDecimal.valueOf(amount)
              .multiply(price)
              .divide(BigDecimal.valueOf(unit), 10, RoundingMode.UNNECESSARY);
      assertThat(exact.subtract(BigDecimal.valueOf(rate.given(amount))).abs())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(new BigDecimal("0.5"));
    }
  }

  @Test
  void aPriceOfNothingOrBelowTheOtherIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> usd("0"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rate("USD", 1, BigDecimal.TEN, BigDecimal.ONE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rate("USD", 0, BigDecimal.ONE, BigDecimal.TEN));
  }

  @Test
  void whatMovedTooFarOrIsNewIsDoubtful() {
    Plausibility tenPercent = new Plausibility(1_000);
    RateSheet before = sheet(Map.of("USD", usd("50")));
    assertThat(tenPercent.doubtful(sheet(Map.of("USD", usd("55"))), Optional.of(before))).isEmpty();
    assertThat(tenPercent.doubtful(sheet(Map.of("USD", usd("45"))), Optional.of(before))).isEmpty();
    assertThat(tenPercent.doubtful(sheet(Map.of("USD", usd("55.0001"))), Optional.of(before)))
        .isEqualTo(List.of("USD"));
    assertThat(tenPercent.doubtful(sheet(Map.of("USD", usd("4.5"))), Optional.of(before)))
        .isEqualTo(List.of("USD"));
    Rate perHundred = new Rate("USD", 100, new BigDecimal("5000"), new BigDecimal("5001"));
    assertThat(tenPercent.doubtful(sheet(Map.of("USD", perHundred)), Optional.of(before)))
        .isEmpty();
    assertThat(tenPercent.doubtful(before, Optional.empty())).isEqualTo(List.of("USD"));
  }

  @Test
  void theDigestIsOfWhatTheSheetSays() {
    assertThat(sheet(Map.of("USD", usd("50.10"))).sha256())
        .isEqualTo(sheet(Map.of("USD", usd("50.1"))).sha256())
        .isNotEqualTo(sheet(Map.of("USD", usd("50.11"))).sha256());
  }

  private static RateSheet sheet(Map<String, Rate> rates) {
    return new RateSheet(LocalDate.parse("2026-11-26"), "2026/224", rates);
  }

  private static Rate usd(String price) {
    return new Rate("USD", 1, new BigDecimal(price), new BigDecimal(price));
  }
}
