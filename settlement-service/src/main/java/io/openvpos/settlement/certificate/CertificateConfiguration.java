package io.openvpos.settlement.certificate;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.messaging.kafka.KafkaSettings;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.Topology;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.MarkStore;
import io.openvpos.settlement.batch.domain.PostedStore;
import io.openvpos.settlement.certificate.domain.CertificateStore;
import io.openvpos.settlement.certificate.domain.DigestedFile;
import io.openvpos.settlement.certificate.mongo.MongoCertificateStore;
import io.openvpos.settlement.payout.PayoutFiles;
import io.openvpos.settlement.payout.bank.CreditTransferFile;
import io.openvpos.settlement.payout.domain.DayToFile;
import io.openvpos.settlement.payout.domain.PayoutFile;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.report.Sha256;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of certificates.
@Configuration(proxyBeanMethods = false)
class CertificateConfiguration {

  @Bean
  CertificateStore certificateStore(MongoDatabase database) {
    return new MongoCertificateStore(Documents.plain(database, "certificates"));
  }

  @Bean
  CertificateMaker.Sources certificateSources(
      LineStore lines,
      MarkStore marks,
      PostedStore entries,
      BatchStore batches,
      PayoutStore payouts) {
    return new CertificateMaker.Sources(lines, marks, entries, batches, payouts);
  }

  /// The payout file, in the very bytes that the bank is handed.
  @Bean
  DayFiles dayFiles(PayoutFiles files, CreditTransferFile format) {
    return (day, mode, currency) -> {
      PayoutFile file =
          files.ofClose(new DayToFile(day.day(), day.cutOffAt(), day.debtor()), mode, currency);
      if (file.payouts().isEmpty()) {
        return List.of();
      }
      Sha256 sha = new Sha256();
      sha.add(format.write(file));
      return List.of(new DigestedFile(file.messageId() + ".xml", sha.hex()));
    };
  }

  @Bean
  CertificateMaker certificateMaker(
      CertificateMaker.Sources sources,
      CertificateStore certificates,
      DayFiles files,
      KafkaSettings kafka) {
    return new CertificateMaker(
        sources, certificates, files, Topology.DAY_SOURCES, kafka.moneyPartitions());
  }
}
