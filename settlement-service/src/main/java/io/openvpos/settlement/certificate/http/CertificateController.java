package io.openvpos.settlement.certificate.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.settlement.SettlementSettings;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.businessday.domain.DayStatus;
import io.openvpos.settlement.certificate.domain.Certificate;
import io.openvpos.settlement.certificate.domain.CertificateStore;
import io.swagger.v3.oas.annotations.Parameter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The certificate of a closed day.
@RestController
@RequestMapping("/v1/business-days/{date}")
class CertificateController {

  private final DayLog days;
  private final CertificateStore certificates;
  private final CertificatePdf pdf;
  private final SettlementSettings settings;

  CertificateController(
      DayLog days, CertificateStore certificates, CertificatePdf pdf, SettlementSettings settings) {
    this.days = days;
    this.certificates = certificates;
    this.pdf = pdf;
    this.settings = settings;
  }

  /// In the very bytes that the verifier checks.
  @GetMapping("/certificate.json")
  ResponseEntity<byte[]> json(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String date,
      @RequestParam(required = false) @Nullable String mode,
      @RequestParam(defaultValue = "TRY") String currency) {
    Certificate found = certificate(caller, date, mode, currency);
    byte[] file = found.file().getBytes(StandardCharsets.UTF_8);
    return answer(found, MediaType.APPLICATION_JSON, "json", file);
  }

  @GetMapping("/certificate.pdf")
  ResponseEntity<byte[]> pdf(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String date,
      @RequestParam(required = false) @Nullable String mode,
      @RequestParam(defaultValue = "TRY") String currency,
      Locale language) {
    Certificate found = certificate(caller, date, mode, currency);
    return answer(found, MediaType.APPLICATION_PDF, "pdf", pdf.write(found, language));
  }

  private Certificate certificate(
      Caller caller, String date, @Nullable String mode, String currency) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.AUDITOR);
    BusinessDay day = day(date);
    Mode wanted = mode == null ? settings.defaultMode() : mode(mode);
    if (day.status() != DayStatus.CLOSED) {
      throw ProblemException.of(409, "day_not_certified");
    }
    return certificates
        .find(day.day(), wanted, currency)
        .orElseThrow(() -> ProblemException.of(404, "no_certificate"));
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

  private static ResponseEntity<byte[]> answer(
      Certificate found, MediaType type, String extension, byte[] body) {
    String name = "certificate-" + found.day() + "-" + found.mode().code() + "-" + found.currency();
    return ResponseEntity.ok()
        .contentType(type)
        .eTag("\"" + found.sha256() + "\"")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + name + "." + extension + "\"")
        .body(body);
  }
}
