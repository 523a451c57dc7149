package io.openvpos.settlement.closing.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayLog;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/// The day of a path, for who may see days.
final class DayLookup {

  private DayLookup() {}

  static BusinessDay day(Caller caller, DayLog days, String date) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.AUDITOR);
    try {
      return days.find(LocalDate.parse(date))
          .orElseThrow(() -> ProblemException.of(404, "not_found"));
    } catch (DateTimeParseException e) {
      throw ProblemException.of(404, "not_found");
    }
  }
}
