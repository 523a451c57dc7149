package io.openvpos.settlement.certificate.reports.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.certificate.reports.ReportsCertificate;
import io.openvpos.settlement.certificate.reports.ReportsCertificates;
import java.time.LocalDate;
import java.util.Optional;
import org.bson.Document;

/// `report_certificates`: the id is the day; inserted once, never changed.
public final class MongoReportsCertificates implements ReportsCertificates {

  private final Documents documents;

  public MongoReportsCertificates(Documents documents) {
    this.documents = documents;
  }

  @Override
  public void insert(ReportsCertificate certificate) {
    boolean inserted =
        documents.insert(
            new Document("_id", certificate.day().toString())
                .append("body", certificate.body())
                .append("sha256", certificate.sha256()));
    if (!inserted && !find(certificate.day()).equals(Optional.of(certificate))) {
      throw new IllegalStateException(
          "the reports of " + certificate.day() + " are certified already, differently");
    }
  }

  @Override
  public Optional<ReportsCertificate> find(LocalDate day) {
    return documents
        .find(day.toString())
        .map(found ->
            new ReportsCertificate(day, found.getString("body"), found.getString("sha256")));
  }
}
