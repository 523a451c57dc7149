package io.openvpos.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDatesTest {

  private final BankCalendar calendar = new BankCalendars("tr-1").current();

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, 1, 2026-12-23",
    "2026-11-23, 2, 2027-01-25", // a Saturday
    "2026-01-31, 1, 2026-03-02", // no 31 February; the 28th is a Saturday
    "2026-03-23, 1, 2026-04-24" // 23 April is a holiday
  })
  void partsFollowEachOtherByTheMonth(LocalDate day, int number, LocalDate expected) {
    assertThat(DueDates.ofPart(calendar, day, number)).isEqualTo(expected);
  }

  @Test
  void partsOfEveryAmountAndCountSumToTheWhole() {
    long seed = Long.getLong("seed", 20_261_126L);
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      long whole = random.nextLong(1L << random.nextInt(1, 40)) * (random.nextBoolean() ? 1 : -1);
      int parts = 1 + random.nextInt(12);
      long sum = 0;
      for (int number = 1; number <= parts; number++) {
        long part = DueDates.amountOfPart(whole, parts, number);
        assertThat(part).isEqualTo(-DueDates.amountOfPart(-whole, parts, number));
        sum += part;
      }
      assertThat(sum).as("seed %d: %d in %d", seed, whole, parts).isEqualTo(whole);
    }
  }

  @Test
  void theLastPartTakesTheRest() {
    assertThat(DueDates.amountOfPart(10_000, 3, 1)).isEqualTo(3_333);
    assertThat(DueDates.amountOfPart(10_000, 3, 3)).isEqualTo(3_334);
    assertThat(DueDates.amountOfPart(-10_000, 3, 3)).isEqualTo(-3_334);
  }
}
