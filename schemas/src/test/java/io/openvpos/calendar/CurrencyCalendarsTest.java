package io.openvpos.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each table against the rules that its days follow, and the days on which each currency is paid.
class CurrencyCalendarsTest {

  private static final CalendarVersions VERSIONS =
      new CalendarVersions("tr-1", Map.of("EUR", "target-1", "GBP", "chaps-1", "USD", "fedwire-1"));

  private final BankCalendars tables = new BankCalendars(VERSIONS);
  private final CurrencyCalendars calendars = tables.inForce();

  @ParameterizedTest
  @CsvSource({
    "2026-04-03, TRY USD", // Good Friday
    "2026-04-06, TRY USD", // Easter Monday
    "2026-05-01, ''", // closed at home and in TARGET, and paid nowhere
    "2026-05-04, EUR TRY USD", // Early May bank holiday
    "2026-05-25, EUR TRY", // Memorial Day and Spring bank holiday
    "2026-06-19, EUR GBP TRY", // Juneteenth
    "2026-07-03, EUR GBP TRY USD", // the day before a Saturday's Independence Day
    "2026-07-15, ''", // a Turkish holiday: the bank that pays is closed
    "2026-11-26, EUR GBP TRY", // Thanksgiving
    "2026-12-25, TRY",
    "2026-12-28, EUR TRY USD", // for a Saturday's Boxing Day
    "2027-03-26, TRY USD", // Good Friday
    "2027-07-05, EUR GBP TRY", // for a Sunday's Independence Day
    "2027-12-24, EUR GBP TRY USD", // the day before a Saturday's Christmas
    "2027-12-27, EUR TRY USD", // for a Saturday's Christmas Day
    "2028-01-03, EUR TRY USD", // for a Saturday's New Year's Day
    "2029-11-12, EUR GBP TRY" // for a Sunday's Veterans Day
  })
  void aCurrencyIsPaidWhereTheBankAndItsSystemAreOpen(LocalDate date, String open) {
    assertThat(
            List.of("EUR", "GBP", "TRY", "USD").stream()
                .filter(currency -> calendars.of(currency).isBankDay(date))
                .collect(Collectors.joining(" ")))
        .isEqualTo(open);
  }

  @Test
  void noCurrencyIsPaidWhileTheBankIsClosedAndOneWithoutASystemOnItsDays() {
    BankCalendar home = calendars.home();
    assertThat(calendars.of("JPY")).isEqualTo(home);
    assertThat(calendars.of("TRY")).isEqualTo(tables.version("tr-1"));
    for (LocalDate date = home.from(); !date.isAfter(home.to()); date = date.plusDays(1)) {
      for (Map.Entry<String, String> system : VERSIONS.systems().entrySet()) {
        assertThat(calendars.of(system.getKey()).isBankDay(date))
            .as("%s on %s", system.getKey(), date)
            .isEqualTo(home.isBankDay(date) && tables.version(system.getValue()).isBankDay(date));
      }
    }
  }

  @Test
  void daysCanBeClosedAsLongAsByTheBanksOwnTable() {
    assertThat(calendars.lastBusinessDay()).isEqualTo(calendars.home().lastBusinessDay());
  }

  @Test
  void aSettingOfNoCurrencyRefusesTheStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CalendarVersions("tr-1", Map.of("usd", "fedwire-1")));
  }

  @Test
  void aBatchFreezesBothTablesByName() {
    assertThat(VERSIONS.of("EUR")).isEqualTo("tr-1+target-1");
    assertThat(VERSIONS.of("TRY")).isEqualTo("tr-1");
    assertThat(calendars.of("EUR").version()).isEqualTo("tr-1+target-1");
    assertThat(tables.version("tr-1+target-1")).isEqualTo(calendars.of("EUR"));
    assertThat(tables.home("tr-1+target-1")).isEqualTo(calendars.home());
    assertThat(tables.home("tr-1")).isEqualTo(calendars.home());
    assertThat(VERSIONS.tables()).containsExactly("tr-1", "chaps-1", "fedwire-1", "target-1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BankCalendars(new CalendarVersions("tr-1", Map.of("EUR", "x-1"))))
        .withMessageContaining("x-1");
  }

  @Test
  void aHalfDayAtHomeStaysOneAndAWholeHolidayWins() {
    LocalDate eve = LocalDate.parse("2026-10-28");
    assertThat(calendars.of("EUR").closures()).containsEntry(eve, BankCalendar.Closure.AFTERNOON);
    BankCalendar closed =
        new BankCalendar("x-1", eve, eve.plusDays(9), Map.of(eve, BankCalendar.Closure.FULL));
    BankCalendar both = calendars.home().and(closed);
    assertThat(both.isBankDay(eve)).isFalse();
    assertThat(both.from()).isEqualTo(eve);
    assertThat(both.to()).isEqualTo(eve.plusDays(9));
  }

  @Test
  void everyTableIsWhatItsRulesSay() {
    for (int year = 2025; year <= 2029; year++) {
      assertThat(weekdays("target-1", year)).isEqualTo(workdays(target(year)));
      assertThat(weekdays("fedwire-1", year)).isEqualTo(workdays(fedwire(year)));
      assertThat(weekdays("chaps-1", year)).isEqualTo(workdays(chaps(year)));
    }
  }

  private Set<LocalDate> weekdays(String table, int year) {
    return workdays(
        tables.version(table).closures().keySet().stream()
            .filter(date -> date.getYear() == year)
            .collect(Collectors.toSet()));
  }

  private static Set<LocalDate> workdays(Set<LocalDate> dates) {
    return dates.stream().filter(date -> !isWeekend(date)).collect(Collectors.toSet());
  }

  private static Set<LocalDate> target(int year) {
    LocalDate easter = easter(year);
    return Set.of(
        LocalDate.of(year, 1, 1),
        easter.minusDays(2),
        easter.plusDays(1),
        LocalDate.of(year, 5, 1),
        LocalDate.of(year, 12, 25),
        LocalDate.of(year, 12, 26));
  }

  private static Set<LocalDate> fedwire(int year) {
    Set<LocalDate> all = new HashSet<>();
    for (LocalDate fixed :
        List.of(
            LocalDate.of(year, 1, 1),
            LocalDate.of(year, 6, 19),
            LocalDate.of(year, 7, 4),
            LocalDate.of(year, 11, 11),
            LocalDate.of(year, 12, 25))) {
      all.add(fixed.getDayOfWeek() == DayOfWeek.SUNDAY ? fixed.plusDays(1) : fixed);
    }
    all.add(monday(year, Month.JANUARY, 3));
    all.add(monday(year, Month.FEBRUARY, 3));
    all.add(monday(year, Month.MAY, -1));
    all.add(monday(year, Month.SEPTEMBER, 1));
    all.add(monday(year, Month.OCTOBER, 2));
    all.add(
        LocalDate.of(year, 11, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)));
    return all;
  }

  private static Set<LocalDate> chaps(int year) {
    LocalDate easter = easter(year);
    Set<LocalDate> all = new HashSet<>(Set.of(easter.minusDays(2), easter.plusDays(1)));
    all.add(monday(year, Month.MAY, 1));
    all.add(monday(year, Month.MAY, -1));
    all.add(monday(year, Month.AUGUST, -1));
    for (LocalDate fixed :
        List.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 25), LocalDate.of(year, 12, 26))) {
      LocalDate kept = fixed;
      while (isWeekend(kept) || all.contains(kept)) {
        kept = kept.plusDays(1);
      }
      all.add(kept);
    }
    return all;
  }

  private static LocalDate monday(int year, Month month, int ordinal) {
    return LocalDate.of(year, month, 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
  }

  /// By the ecclesiastical full moon after 21 March: Gauss, for the years 1900 to 2099.
  private static LocalDate easter(int year) {
    int moon = (19 * (year % 19) + 24) % 30;
    int sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7;
    return LocalDate.of(year, 3, 22).plusDays(moon + sunday);
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
