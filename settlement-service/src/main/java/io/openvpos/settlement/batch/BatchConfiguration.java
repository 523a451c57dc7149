package io.openvpos.settlement.batch;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.calendar.BankCalendars;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.messaging.parking.kafka.MoneyIntake;
import io.openvpos.messaging.task.Workers;
import io.openvpos.settlement.SettlementSettings;
import io.openvpos.settlement.Topology;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.CarriedLines;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.MarkStore;
import io.openvpos.settlement.batch.domain.PostedStore;
import io.openvpos.settlement.batch.kafka.BatchPublisher;
import io.openvpos.settlement.batch.kafka.LedgerEntriesHandler;
import io.openvpos.settlement.batch.kafka.LedgerEntriesListener;
import io.openvpos.settlement.batch.mongo.MongoBatchStore;
import io.openvpos.settlement.batch.mongo.MongoCarriedLines;
import io.openvpos.settlement.batch.mongo.MongoLineStore;
import io.openvpos.settlement.batch.mongo.MongoMarkStore;
import io.openvpos.settlement.batch.mongo.MongoPostedStore;
import io.openvpos.settlement.report.BatchReports;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of lines, the cut and batches.
@Configuration(proxyBeanMethods = false)
class BatchConfiguration {

  private static final String BATCHES = "batches";

  /// Each waits for the store most of the time.
  private static final int BATCHES_AT_ONCE = 8;

  @Bean
  BankCalendars bankCalendars(SettlementSettings settings) {
    return new BankCalendars(settings.calendars());
  }

  @Bean
  LineStore lineStore(MongoDatabase database) {
    return new MongoLineStore(Documents.plain(database, "line_pages"));
  }

  @Bean
  MarkStore markStore(MongoDatabase database) {
    return new MongoMarkStore(Documents.plain(database, "ledger_marks"));
  }

  @Bean
  CarriedLines carriedLines(MongoDatabase database) {
    return new MongoCarriedLines(Documents.plain(database, "line_pages"));
  }

  @Bean
  PostedStore postedStore(MongoDatabase database) {
    return new MongoPostedStore(Documents.plain(database, "posted_entries"));
  }

  @Bean
  OutboxRelay batchRelay(MongoDatabase database, RecordSender sender) {
    return new OutboxRelay(BATCHES, Documents.plain(database, BATCHES), sender);
  }

  @Bean
  BatchStore batchStore(MongoDatabase database, OutboxRelay batchRelay, AvroCodec codec) {
    return new MongoBatchStore(
        Documents.plain(database, BATCHES), batchRelay, new BatchPublisher(codec)::publish);
  }

  @Bean
  BatchReports batchReports(LineStore lines, BankCalendars calendars) {
    return new BatchReports(lines, calendars);
  }

  @Bean
  BatchCutter batchCutter(
      LineStore lines, MarkStore marks, BatchStore batches, BankCalendars calendars) {
    return new BatchCutter(
        lines, marks, batches, calendars, Topology.DAY_SOURCES, Workers.atOnce(BATCHES_AT_ONCE));
  }

  @Bean
  LedgerEntriesHandler ledgerEntriesHandler(
      AvroCodec codec, LineStore lines, MarkStore marks, PostedStore entries) {
    return new LedgerEntriesHandler(codec, new LedgerIntake(lines, marks, entries));
  }

  @Bean
  LedgerEntriesListener ledgerEntriesListener(MoneyIntake intake) {
    return new LedgerEntriesListener(intake);
  }
}
