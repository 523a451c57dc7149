package io.openvpos.settlement.certificate.reports;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.certificate.domain.CertificateStore;
import io.openvpos.settlement.certificate.reports.mongo.MongoReportsCertificates;
import io.openvpos.settlement.report.job.AfterJobs;
import io.openvpos.settlement.report.job.FileSetStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of certificates of reports.
@Configuration(proxyBeanMethods = false)
class ReportsCertificateConfiguration {

  @Bean
  ReportsCertificates reportsCertificates(MongoDatabase database) {
    return new MongoReportsCertificates(Documents.plain(database, "report_certificates"));
  }

  @Bean
  AfterJobs reportsCertifier(
      DayLog days,
      BatchStore batches,
      FileSetStore files,
      CertificateStore certificates,
      ReportsCertificates reports) {
    return new ReportsCertifier(
            new ReportsCertifier.Sources(days, batches, files, certificates), reports)
        ::run;
  }
}
