package io.openvpos.settlement.certificate.reports;

import java.time.LocalDate;

/// What the reports of a day are, in all modes and currencies. Never changes.
///
/// @param body canonical JSON
/// @param sha256 of the body, lower-case hexadecimal
public record ReportsCertificate(LocalDate day, String body, String sha256) {

  /// The file that people keep: the body and its hash.
  public String file() {
    return "{\"reports\":" + body + ",\"sha256\":\"" + sha256 + "\"}";
  }
}
