package io.openvpos.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.openvpos.calendar.BankCalendar.Closure;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankCalendarTest {

  private final BankCalendar calendar = new BankCalendars("tr-1").current();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21",
        "2026-11-22", // weekend
        "2026-01-01",
        "2026-04-23",
        "2026-05-01",
        "2026-05-19",
        "2026-07-15",
        "2026-10-29",
        "2026-03-20",
        "2026-05-27",
        "2026-05-28",
        "2026-05-29",
        "2025-03-31",
        "2025-04-01",
        "2025-06-06",
        "2025-06-09",
        "2027-03-09",
        "2027-03-10",
        "2027-03-11",
        "2027-05-17",
        "2027-05-18",
        "2028-02-28",
        "2028-05-05",
        "2028-05-08"
      })
  void weekendsAndHolidaysAreNoBankDays(LocalDate date) {
    assertThat(calendar.isBankDay(date)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-19",
        "2026-05-26",
        "2026-10-28",
        "2027-03-08",
        "2025-06-05",
        "2028-02-25",
        "2028-05-04"
      })
  void aHalfDayIsABankDay(LocalDate date) {
    assertThat(calendar.isBankDay(date)).isTrue();
    assertThat(calendar.closures()).containsEntry(date, Closure.AFTERNOON);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, 2026-11-24",
    "2026-11-27, 2026-11-30", // over a weekend
    "2026-03-19, 2026-03-23", // over Ramazan and its weekend
    "2026-05-26, 2026-06-01", // over Kurban and its weekend
    "2026-10-28, 2026-10-30",
    "2027-05-14, 2027-05-20" // Kurban, the last day together with 19 May
  })
  void theFirstBankDayAfter(LocalDate date, LocalDate expected) {
    assertThat(calendar.firstAfter(date)).isEqualTo(expected);
  }

  @Test
  void bayramsAreThreeAndAHalfAndFourAndAHalfDaysInEveryYear() {
    for (int year = 2025; year <= 2029; year++) {
      int wanted = year;
      Map<Closure, Long> found =
          calendar.closures().entrySet().stream()
              .filter(entry -> entry.getKey().getYear() == wanted)
              .collect(
                  java.util.stream.Collectors.groupingBy(
                      Map.Entry::getValue, java.util.stream.Collectors.counting()));
      // Seven fixed days and 3 + 4 of the bayrams; they may fall on each other.
      assertThat(found.get(Closure.FULL)).isBetween(12L, 14L);
      assertThat(found.get(Closure.AFTERNOON)).isBetween(2L, 3L);
    }
  }

  @Test
  void aDateThatTheTableDoesNotCoverIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> calendar.isBankDay(LocalDate.parse("2030-01-02")))
        .withMessageContaining("tr-1");
  }

  @Test
  void anUnknownVersionIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new BankCalendars("tr-0"));
  }

  @Test
  void everyValueDateOfItsLastBusinessDayIsCovered() {
    LocalDate last = calendar.lastBusinessDay();
    assertThat(calendar.onOrAfter(last.plusMonths(12))).isBefore(calendar.to());
  }
}
