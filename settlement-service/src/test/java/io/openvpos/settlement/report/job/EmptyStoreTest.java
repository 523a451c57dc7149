package io.openvpos.settlement.report.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.calendar.BankCalendars;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.TestCodecs;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.messaging.parking.kafka.MoneyIntake;
import io.openvpos.messaging.parking.kafka.ParkedRecords;
import io.openvpos.messaging.parking.mongo.MongoParkings;
import io.openvpos.messaging.task.Workers;
import io.openvpos.money.Mode;
import io.openvpos.schemas.Topics;
import io.openvpos.settlement.Topology;
import io.openvpos.settlement.batch.BatchCutter;
import io.openvpos.settlement.batch.LedgerIntake;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.kafka.BatchPublisher;
import io.openvpos.settlement.batch.kafka.LedgerEntriesHandler;
import io.openvpos.settlement.batch.kafka.LedgerEntriesListener;
import io.openvpos.settlement.batch.mongo.MongoBatchStore;
import io.openvpos.settlement.batch.mongo.MongoLineStore;
import io.openvpos.settlement.batch.mongo.MongoMarkStore;
import io.openvpos.settlement.businessday.mongo.MongoDayLog;
import io.openvpos.settlement.fakes.Broker;
import io.openvpos.settlement.fakes.MemoryStore;
import io.openvpos.settlement.fakes.Payees;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.payout.PayoutFolder;
import io.openvpos.settlement.payout.domain.DayToFold;
import io.openvpos.settlement.payout.kafka.PayoutPublisher;
import io.openvpos.settlement.payout.mongo.MongoPayablesStore;
import io.openvpos.settlement.payout.mongo.MongoPayoutStore;
import io.openvpos.settlement.report.kafka.ReportPublisher;
import io.openvpos.settlement.report.mongo.MongoBalanceStore;
import io.openvpos.settlement.report.mongo.MongoFileSetStore;
import io.openvpos.settlement.report.mongo.MongoJobStore;
import io.openvpos.settlement.report.settlement.Balances;
import io.openvpos.settlement.report.settlement.SettlementReports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/// Goal: the digests of all files follow from merchant.ledger-entries.v1 alone. Method: one log is
/// consumed by the real handlers into two empty stores, into the second one twice, in other polls
/// and with the partitions the other way round; the days are closed and reported in both.
class EmptyStoreTest {

  private static final List<LocalDate> DAYS =
      List.of(LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-24"));
  private static final List<Head> HEADS =
      List.of(
          new Head("m_a", Mode.TEST, "TRY"),
          new Head("m_b", Mode.LIVE, "TRY"),
          new Head("m_b", Mode.LIVE, "EUR"));

  private final AvroCodec codec = TestCodecs.keeping();

  @Test
  void theLogAloneGivesTheSameDigests() {
    LedgerLog log = new LedgerLog(codec, 7, HEADS);
    DAYS.forEach(log::day);
    List<ConsumerRecord<String, byte[]>> other = new ArrayList<>();
    for (int partition = LedgerLog.PARTITIONS - 1; partition >= 0; partition--) {
      int wanted = partition;
      log.records().stream().filter(record -> record.partition() == wanted).forEach(other::add);
    }
    Map<String, FileSet> first;
    try (Instance instance = new Instance(codec)) {
      instance.consume(log.records(), 50);
      first = instance.reported();
      assertThat(instance.announced()).isEqualTo(first.size() - DAYS.size());
    }
    try (Instance instance = new Instance(codec)) {
      instance.consume(other, 7);
      instance.consume(other, 31);
      assertThat(instance.reported()).isEqualTo(first);
    }
    assertThat(first).hasSize(HEADS.size() * DAYS.size() + DAYS.size());
  }

  /// The parts of the service over one empty store.
  private static final class Instance implements AutoCloseable {
    private final MemoryStore store = new MemoryStore();
    private final MongoDatabase database = store.database();
    private final Broker broker = new Broker();
    private final AvroCodec codec;
    private final BankCalendars calendars = new BankCalendars("tr-1");
    private final MongoLineStore lines = new MongoLineStore(Documents.plain(database, "lines"));
    private final MongoMarkStore marks = new MongoMarkStore(Documents.plain(database, "marks"));
    private final MongoDayLog days = new MongoDayLog(Documents.plain(database, "days"));
    private final MongoPayoutStore payouts =
        new MongoPayoutStore(
            Documents.plain(database, "payouts"), Documents.plain(database, "reserve_movements"));
    private final MongoJobStore jobs =
        new MongoJobStore(Documents.versioned(database, "report_jobs"));
    private final List<OutboxRelay> relays = new ArrayList<>();
    private final MongoBatchStore batches;
    private final MongoPayablesStore payables;
    private final MongoFileSetStore files;

    Instance(AvroCodec codec) {
      this.codec = codec;
      batches =
          new MongoBatchStore(
              Documents.plain(database, "batches"),
              relay("batches"),
              new BatchPublisher(codec)::publish);
      PayoutPublisher words = new PayoutPublisher(codec);
      payables =
          new MongoPayablesStore(
              Documents.versioned(database, "payables"),
              relay("payables"),
              new MongoPayablesStore.Words(words::publish, words::publish, words::publish));
      files =
          new MongoFileSetStore(
              Documents.plain(database, "report_files"),
              relay("report_files"),
              new ReportPublisher(codec)::publish);
    }

    private OutboxRelay relay(String name) {
      OutboxRelay relay = broker.relay(Documents.plain(database, name));
      relays.add(relay);
      return relay;
    }

    void consume(List<ConsumerRecord<String, byte[]>> records, int atOnce) {
      LedgerEntriesHandler handler =
          new LedgerEntriesHandler(codec, new LedgerIntake(lines, marks));
      LedgerEntriesListener listener =
          new LedgerEntriesListener(
              new MoneyIntake(new MongoParkings(database), handler, new ParkedRecords(codec)));
      for (int from = 0; from < records.size(); from += atOnce) {
        listener.onRecords(records.subList(from, Math.min(records.size(), from + atOnce)));
      }
    }

    Map<String, FileSet> reported() {
      BatchCutter cutter =
          new BatchCutter(
              lines, marks, batches, calendars, Topology.DAY_SOURCES, Workers.atOnce(4));
      for (LocalDate day : DAYS) {
        Instant cutOffAt = Instant.parse(day + "T21:00:00Z");
        assertThat(cutter.cut(day, cutOffAt, calendars.inForce(), LedgerLog.PARTITIONS))
            .isPresent();
        var _ =
            new PayoutFolder(payables, payouts, new Payees("TR330006100519786457841326"))
                .fold(
                    new DayToFold(day, cutOffAt, calendars.current().firstAfter(day)),
                    batches.ofDay(day))
                .orElseThrow();
        days.opened(day, cutOffAt);
        days.closing(day, cutOffAt, Terms.TERMS);
        days.closed(day, cutOffAt.plusSeconds(1), "digest");
      }
      JobDesk desk = new JobDesk(days, jobs);
      desk.orderClosedDays();
      JobRunner runner = runner();
      while (runner.step()) {
        // One job after another.
      }
      DAYS.forEach(day -> assertThat(desk.check(day)).isPresent());
      while (runner.step()) {
        // The same with the checks.
      }
      assertThat(desk.newest(10))
          .hasSize(4)
          .allMatch(job -> job.status() == ReportJob.Status.DONE && job.differing() == 0)
          .allMatch(job -> job.done() == HEADS.size() + 1);
      Map<String, FileSet> sets = new TreeMap<>();
      DAYS.forEach(day -> files.ofDay(day).forEach(set -> sets.put(set.id(), set)));
      return sets;
    }

    private JobRunner runner() {
      MongoBalanceStore balances =
          new MongoBalanceStore(
              Documents.plain(database, "report_closings"),
              Documents.plain(database, "batches"),
              Documents.plain(database, "payouts"),
              Documents.plain(database, "conversions"));
      return new JobRunner(
          "one",
          new ReportLibrary(
              lines,
              batches,
              new SettlementReports(lines, payouts, new Balances(balances), calendars)),
          new JobRunner.Stores(days, batches, files, jobs),
          new JobRunner.Time(Clock.systemUTC(), System::nanoTime, Duration.ofSeconds(30)));
    }

    long announced() {
      relays.forEach(OutboxRelay::awaitSent);
      return broker.sentTo(Topics.REPORTS);
    }

    @Override
    public void close() {
      relays.forEach(OutboxRelay::close);
      store.close();
    }
  }
}
