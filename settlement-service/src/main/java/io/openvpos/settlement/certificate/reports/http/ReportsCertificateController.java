package io.openvpos.settlement.certificate.reports.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.certificate.reports.ReportsCertificate;
import io.openvpos.settlement.certificate.reports.ReportsCertificates;
import io.swagger.v3.oas.annotations.Parameter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The certificate of a day's reports, for the acquirer's finance and auditors.
@RestController
class ReportsCertificateController {

  private final DayLog days;
  private final ReportsCertificates reports;

  ReportsCertificateController(DayLog days, ReportsCertificates reports) {
    this.days = days;
    this.reports = reports;
  }

  @GetMapping("/v1/business-days/{date}/certificate-reports.json")
  ResponseEntity<byte[]> get(@Parameter(hidden = true) Caller caller, @PathVariable String date) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.AUDITOR);
    LocalDate day = day(date);
    ReportsCertificate found =
        reports.find(day).orElseThrow(() -> ProblemException.of(409, "reports_not_certified"));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .eTag("\"" + found.sha256() + "\"")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"certificate-reports-" + day + ".json\"")
        .body(found.file().getBytes(StandardCharsets.UTF_8));
  }

  private LocalDate day(String date) {
    try {
      LocalDate day = LocalDate.parse(date);
      return days.find(day).orElseThrow(() -> ProblemException.of(404, "not_found")).day();
    } catch (DateTimeParseException e) {
      throw ProblemException.of(404, "not_found");
    }
  }
}
