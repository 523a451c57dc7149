package io.openvpos.settlement;

import io.openvpos.calendar.CalendarVersions;
import io.openvpos.money.Mode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What an operator chooses for settlement.
///
/// @param firstDay opened on the very first start; absent: the day of the clock
/// @param cutOffTime of the calendar date after the business day; 00:00 ends days at midnight
/// @param zone of the business day
/// @param earlyClose whether an open day may be closed before its cut-off: sandbox and tests only
/// @param defaultMode whose payout file is shown where the caller names none; if test, test files
///   go to the bank too
/// @param calendar version of the bank calendar for days whose close is accepted from now on
/// @param systemCalendars by currency, the version of the calendar of the system that carries its
///   payments; a currency that is not here is paid on the bank's own days
/// @param lookEvery how often the closing day is looked after
/// @param payoutRelease of files that become due from now on
/// @param acquirer the paying side of the payout files of days whose close is accepted from now on
@Validated
@ConfigurationProperties("vpos.settlement")
public record SettlementSettings(
    @Nullable LocalDate firstDay,
    @DefaultValue("00:00") LocalTime cutOffTime,
    @DefaultValue("Europe/Istanbul") ZoneId zone,
    @DefaultValue("false") boolean earlyClose,
    @DefaultValue("live") Mode defaultMode,
    @DefaultValue("tr-1") String calendar,
    @DefaultValue Map<String, String> systemCalendars,
    @DefaultValue("200ms") Duration lookEvery,
    @DefaultValue("four-eyes") PayoutRelease payoutRelease,
    @NotNull @Valid Acquirer acquirer) {

  /// For days whose close is accepted from now on.
  public CalendarVersions calendars() {
    return new CalendarVersions(calendar, systemCalendars);
  }

  /// Who lets a payout file go to the bank.
  public enum PayoutRelease {
    /// One person proposes, another approves.
    FOUR_EYES,
    /// Nobody: it goes as soon as its day is closed. For sandboxes and tests.
    AUTOMATIC
  }

  /// The acquiring bank as the bank that pays knows it.
  public record Acquirer(@NotBlank String name, @NotBlank String iban, @NotBlank String bic) {}
}
