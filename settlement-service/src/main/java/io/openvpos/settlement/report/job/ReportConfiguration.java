package io.openvpos.settlement.report.job;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.calendar.BankCalendars;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.messaging.task.Workers;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.payout.PayoutFolder;
import io.openvpos.settlement.report.kafka.ReportPublisher;
import io.openvpos.settlement.report.mongo.MongoBalanceStore;
import io.openvpos.settlement.report.mongo.MongoFileSetStore;
import io.openvpos.settlement.report.mongo.MongoJobStore;
import io.openvpos.settlement.report.settlement.BalanceStore;
import io.openvpos.settlement.report.settlement.Balances;
import io.openvpos.settlement.report.settlement.SettlementReports;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of reports, their files and jobs.
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

  private static final String FILES = "report_files";

  /// Two or so compute while the others wait for the store; each holds a few hundred lines.
  private static final int FILE_SETS_AT_ONCE = 4;

  @Bean
  OutboxRelay reportRelay(MongoDatabase database, RecordSender sender) {
    return new OutboxRelay(FILES, Documents.plain(database, FILES), sender);
  }

  @Bean
  FileSetStore fileSetStore(MongoDatabase database, OutboxRelay reportRelay, AvroCodec codec) {
    return new MongoFileSetStore(
        Documents.plain(database, FILES), reportRelay, new ReportPublisher(codec)::publish);
  }

  @Bean
  JobStore reportJobStore(MongoDatabase database) {
    return new MongoJobStore(Documents.versioned(database, "report_jobs"));
  }

  @Bean
  BalanceStore balanceStore(MongoDatabase database) {
    return new MongoBalanceStore(
        Documents.plain(database, "report_closings"),
        Documents.plain(database, "batches"),
        Documents.plain(database, "payouts"),
        Documents.plain(database, "conversions"));
  }

  @Bean
  SettlementReports settlementReports(
      LineStore lines, PayoutFolder.Stores paid, BalanceStore balances, BankCalendars calendars) {
    return new SettlementReports(
        lines, paid.payouts(), paid.conversions(), new Balances(balances), calendars);
  }

  @Bean
  ReportLibrary reportLibrary(
      LineStore lines, BatchStore batches, SettlementReports settlementReports) {
    return new ReportLibrary(lines, batches, settlementReports);
  }

  @Bean
  JobDesk jobDesk(DayLog days, JobStore reportJobStore) {
    return new JobDesk(days, reportJobStore);
  }

  @Bean
  JobRunner.Stores reportStores(
      DayLog days, BatchStore batches, FileSetStore files, JobStore reportJobStore) {
    return new JobRunner.Stores(days, batches, files, reportJobStore);
  }

  @Bean
  JobRunner jobRunner(
      ReportLibrary library, JobRunner.Stores reportStores, ReportSettings settings, Clock clock) {
    return new JobRunner(
        UUID.randomUUID().toString(),
        library,
        reportStores,
        new JobRunner.Time(clock, System::nanoTime, settings.takeOverAfter()),
        Workers.atOnce(FILE_SETS_AT_ONCE));
  }

  @Bean
  ReportWorker reportWorker(
      JobDesk desk, JobRunner runner, AfterJobs afterJobs, ReportSettings settings) {
    return new ReportWorker(desk, runner, afterJobs, settings.lookEvery());
  }
}
