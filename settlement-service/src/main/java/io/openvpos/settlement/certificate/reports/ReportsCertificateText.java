package io.openvpos.settlement.certificate.reports;

import io.openvpos.settlement.certificate.domain.CanonicalJson;
import io.openvpos.settlement.certificate.domain.Certificate;
import io.openvpos.settlement.report.Sha256;
import io.openvpos.settlement.report.job.FileSet;
import io.openvpos.settlement.report.job.ReportFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Writes the certificate of a day's reports: a pure function of the day's certificates and file
/// sets. docs/business-day.md says what each member means.
final class ReportsCertificateText {

  private static final String FORMAT = "open-vpos-day-reports/1";

  private ReportsCertificateText() {}

  /// @param certificates of the day, by mode and currency
  /// @param sets the day's own and those of all its batches, by id
  /// @param before of the day before
  static ReportsCertificate write(
      LocalDate day,
      List<Certificate> certificates,
      List<FileSet> sets,
      Optional<ReportsCertificate> before) {
    List<Object> own = new ArrayList<>();
    List<Object> batches = new ArrayList<>();
    for (FileSet set : sets) {
      String batch = set.batchId();
      if (batch == null) {
        set.files().forEach(file -> own.add(of(file)));
      } else {
        batches.add(Map.of("id", batch, "files", set.files().size(), "digest", digest(set)));
      }
    }
    Map<String, Object> body = new TreeMap<>();
    body.put("format", FORMAT);
    body.put("day", day.toString());
    body.put("previous", before.map(ReportsCertificate::sha256).orElse(Certificate.NONE_BEFORE));
    body.put("certificates", certificates.stream().map(ReportsCertificateText::of).toList());
    body.put("files", own);
    body.put("batches", batches);
    String text = CanonicalJson.write(body);
    Sha256 sha = new Sha256();
    sha.add(text.getBytes(StandardCharsets.UTF_8));
    return new ReportsCertificate(day, text, sha.hex());
  }

  private static Map<String, Object> of(Certificate certificate) {
    return Map.of(
        "mode", certificate.mode().code(),
        "currency", certificate.currency(),
        "sha256", certificate.sha256());
  }

  private static Map<String, Object> of(ReportFile file) {
    return Map.of("name", file.name(), "sha256", file.sha256(), "bytes", file.bytes());
  }

  private static String digest(FileSet set) {
    return Sha256.ofDigests(set.files().stream().map(ReportFile::sha256).toList());
  }
}
