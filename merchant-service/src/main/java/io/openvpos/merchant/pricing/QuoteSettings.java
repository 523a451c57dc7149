package io.openvpos.merchant.pricing;

import io.openvpos.calendar.CalendarVersions;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator may set of quotes.
///
/// @param calendar version of the bank calendar that dates are promised by; settlement's own
/// @param systemCalendars by currency, versions of the calendars of other systems; settlement's own
@ConfigurationProperties("vpos.merchant.quotes")
public record QuoteSettings(
    @DefaultValue("tr-1") String calendar, @DefaultValue Map<String, String> systemCalendars) {

  CalendarVersions calendars() {
    return new CalendarVersions(calendar, systemCalendars);
  }
}
