package io.openvpos.settlement.payables.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.calendar.BankCalendar;
import io.openvpos.calendar.BankCalendars;
import io.openvpos.calendar.CurrencyCalendars;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.payout.domain.Payables;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForecastTest {

  private static final LocalDate OPEN = LocalDate.parse("2026-11-27");
  private static final Due IN_MARCH = new Due(LocalDate.parse("2027-03-03"), 100_00);

  /// The euro's table ends with the year.
  private final CurrencyCalendars calendars = calendars();

  @Test
  void aTableThatEndsSoonEndsTheForecastOfItsCurrencyAlone() {
    assertThat(forecast("TRY")).containsExactly(IN_MARCH);
    assertThat(forecast("USD")).containsExactly(IN_MARCH);
    assertThat(forecast("EUR")).isEmpty();
  }

  private List<Due> forecast(String currency) {
    Payables head =
        new Payables(
            new Head("m_abc", Mode.TEST, currency),
            OPEN.minusDays(1),
            List.of(IN_MARCH),
            List.of(),
            0,
            List.of(),
            List.of(),
            PayoutTerms.NONE,
            null);
    return Forecast.of(
        new Owed(head, List.of(), Optional.empty()), OPEN, calendars, OPEN.plusYears(1));
  }

  private static CurrencyCalendars calendars() {
    BankCalendar home = new BankCalendars("tr-1").current();
    BankCalendar ending =
        new BankCalendar("short-1", home.from(), LocalDate.parse("2026-12-31"), Map.of());
    return new CurrencyCalendars(home, Map.of("EUR", home.and(ending)));
  }
}
