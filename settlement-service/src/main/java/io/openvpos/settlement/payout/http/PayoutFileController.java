package io.openvpos.settlement.payout.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.settlement.SettlementSettings;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.businessday.domain.DayStatus;
import io.openvpos.settlement.businessday.domain.DayTerms;
import io.openvpos.settlement.payout.PayoutFiles;
import io.openvpos.settlement.payout.bank.CreditTransferFile;
import io.openvpos.settlement.payout.domain.DayToFile;
import io.openvpos.settlement.payout.domain.PayoutFile;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The payout file of a closed day, in the very bytes that the bank is handed.
@RestController
class PayoutFileController {

  private final DayLog days;
  private final PayoutFiles files;
  private final CreditTransferFile format;
  private final SettlementSettings settings;

  PayoutFileController(
      DayLog days, PayoutFiles files, CreditTransferFile format, SettlementSettings settings) {
    this.days = days;
    this.files = files;
    this.format = format;
    this.settings = settings;
  }

  @GetMapping("/v1/business-days/{date}/payouts.xml")
  ResponseEntity<byte[]> file(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String date,
      @RequestParam(defaultValue = "TRY") String currency,
      @RequestParam(required = false) @Nullable String mode) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.AUDITOR);
    BusinessDay day = day(date);
    Mode wanted = mode == null ? settings.defaultMode() : mode(mode);
    PayoutFile file = files.ofClose(closed(day), wanted, currency);
    if (file.payouts().isEmpty()) {
      throw ProblemException.of(404, "no_payouts");
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_XML)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + file.messageId() + ".xml\"")
        .body(format.write(file));
  }

  private static DayToFile closed(BusinessDay day) {
    Instant cutOffAt = day.cutOffAt();
    DayTerms terms = day.terms();
    if (day.status() != DayStatus.CLOSED || cutOffAt == null || terms == null) {
      throw ProblemException.of(409, "day_not_closed");
    }
    return new DayToFile(day.day(), cutOffAt, terms.debtor());
  }

  private BusinessDay day(String date) {
    try {
      return days.find(LocalDate.parse(date))
          .orElseThrow(() -> ProblemException.of(404, "not_found"));
    } catch (DateTimeParseException e) {
      throw ProblemException.of(404, "not_found");
    }
  }

  private static Mode mode(String code) {
    return switch (code) {
      case "test" -> Mode.TEST;
      case "live" -> Mode.LIVE;
      default -> throw ProblemException.of(400, "validation_failed").field("mode", "invalid");
    };
  }
}
