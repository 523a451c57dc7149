package io.openvpos.settlement.certificate.reports;

import java.time.LocalDate;
import java.util.Optional;

/// Where certificates of reports are kept, one for each day.
public interface ReportsCertificates {

  /// One that is there already must say the same.
  void insert(ReportsCertificate certificate);

  Optional<ReportsCertificate> find(LocalDate day);
}
