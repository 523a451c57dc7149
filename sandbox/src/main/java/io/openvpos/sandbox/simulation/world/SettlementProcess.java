package io.openvpos.sandbox.simulation.world;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.calendar.CalendarVersions;
import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.day.Stamp;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.messaging.parking.kafka.MoneyIntake;
import io.openvpos.messaging.parking.kafka.ParkedRecords;
import io.openvpos.messaging.task.Workers;
import io.openvpos.money.Mode;
import io.openvpos.sandbox.simulation.machine.SimulatedProcess;
import io.openvpos.schemas.Topics;
import io.openvpos.settlement.Topology;
import io.openvpos.settlement.batch.BatchCutter;
import io.openvpos.settlement.batch.LedgerIntake;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.MarkStore;
import io.openvpos.settlement.batch.kafka.BatchPublisher;
import io.openvpos.settlement.batch.kafka.LedgerEntriesHandler;
import io.openvpos.settlement.batch.kafka.LedgerEntriesListener;
import io.openvpos.settlement.businessday.DaySequencer;
import io.openvpos.settlement.businessday.domain.BusinessDaySequence;
import io.openvpos.settlement.businessday.domain.ClosePolicy;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.businessday.domain.DaySchedule;
import io.openvpos.settlement.businessday.domain.DayTerms;
import io.openvpos.settlement.businessday.domain.Debtor;
import io.openvpos.settlement.businessday.kafka.DayPublisher;
import io.openvpos.settlement.closing.DayCloser;
import io.openvpos.settlement.payout.BankAnswers;
import io.openvpos.settlement.payout.HandOver;
import io.openvpos.settlement.payout.PayoutFiles;
import io.openvpos.settlement.payout.PayoutFolder;
import io.openvpos.settlement.payout.domain.Beneficiaries;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.payout.domain.FileStore;
import io.openvpos.settlement.payout.domain.PayablesStore;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.payout.domain.Taken;
import io.openvpos.settlement.payout.kafka.PayoutPublisher;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// One instance of settlement-service: the real listener, sequencer, closer, hand-over and drain.
final class SettlementProcess {

  private static final CalendarVersions VERSIONS = CalendarVersions.only("tr-1");
  private static final BankCalendars CALENDARS = new BankCalendars(VERSIONS);
  private static final ClosePolicy POLICY =
      new ClosePolicy(
          new DaySchedule(ZoneId.of("Europe/Istanbul"), LocalTime.MIDNIGHT),
          true,
          new DayTerms(
              VERSIONS, new Debtor("Acquirer", "TR330006100519786457841326", "OVPSTRISXXX")),
          LocalDate.MAX);
  private static final long LOOK_EVERY = 400;
  private static final int SLOWEST = 6;

  private final Platform platform;
  private final SimulatedProcess process;
  private final RecordSender sender;
  private final BusinessDays days;
  private final LineStore lines;
  private final MarkStore marks;
  private final BatchStore batches;
  private final PayablesStore payables;
  private final PayoutStore payouts;
  private final FileStore files;
  private final DayLog log;
  private final DaySequencer sequencer;
  private final List<OutboxRelay> relays;

  SettlementProcess(Platform platform, SimulatedProcess process) {
    this.platform = platform;
    this.process = process;
    sender = platform.sender(process);
    days = platform.days(process);
    AvroCodec codec = platform.codec(process);
    StoreCalls calls = new StoreCalls(platform.scheduler, process);
    SettlementStores stores = platform.settlement;
    OutboxRelay sequenceRelay = relay("sequence", stores.day.outboxes, calls);
    OutboxRelay batchRelay = relay("batches", stores.batch.outboxes, calls);
    OutboxRelay payablesRelay = relay("payables", stores.payout.outboxes, calls);
    relays = List.of(sequenceRelay, batchRelay, payablesRelay);
    lines = stores.batch.lines(calls);
    marks = stores.batch.marks(calls);
    batches = stores.batch.batches(calls, batchRelay, new BatchPublisher(codec)::publish);
    payables = stores.payout.payables(calls, payablesRelay, new PayoutPublisher(codec));
    payouts = stores.payout.payouts(calls);
    files = stores.payout.files(calls);
    log = stores.day.log(calls);
    sequencer =
        new DaySequencer(
            stores.day.sequence(calls, sequenceRelay, new DayPublisher(codec)::publish),
            log,
            POLICY,
            Optional.of(Calendar.FIRST_DAY),
            platform.clock());
  }

  private OutboxRelay relay(String name, SimulatedOutboxes.Arrays arrays, StoreCalls calls) {
    return new OutboxRelay(
        name, new SimulatedOutboxes(arrays, calls), sender, platform.tasks(process));
  }

  void start() {
    DayCloser closer =
        new DayCloser(
            sequencer,
            new DayCloser.Stores(log, marks, batches, payouts),
            new DayCloser.Steps(
                new BatchCutter(
                    lines, marks, batches, CALENDARS, Topology.DAY_SOURCES, Workers.inOrder()),
                new PayoutFolder(payables, payouts, new Payees()),
                new PayoutFiles(payables, payouts, files)),
            CALENDARS,
            platform.broker.partitions(Topics.PAYMENTS.name()));
    Payees payees = new Payees();
    BankAnswers answers =
        new BankAnswers(
            payables,
            payouts,
            CALENDARS,
            payout -> payees.of(payout.head().merchantId()),
            this::within);
    HandOver handOver =
        new HandOver(
            new PayoutFiles(payables, payouts, files),
            files,
            answers,
            payees,
            platform.bank.connect(process),
            new HandOver.Policy(Set.of(Mode.TEST), platform.clock()));
    process.start(
        "begin",
        () -> {
          while (!attempt(sequencer::begin) || !attempt(() -> relays.forEach(OutboxRelay::sweep))) {
            process.sleep(1_000);
          }
          repeat("closer", closer::step);
          repeat("hand-over", handOver::run);
        });
    AvroCodec codec = platform.codec(process);
    LedgerEntriesListener listener =
        new LedgerEntriesListener(
            new MoneyIntake(
                new NothingParked(new StoreCalls(platform.scheduler, process)),
                new LedgerEntriesHandler(codec, new LedgerIntake(lines, marks)),
                new ParkedRecords(codec)));
    platform.lines.join(process, new Member(listener));
    platform.drain(process, Topics.CHARGEBACKS, days, sender, () -> {});
    process.start("operator", this::closeOnRequest);
  }

  /// Staff asks one instance or the other to close the open day.
  private void closeOnRequest() {
    while (true) {
      platform.scheduler.await(() -> platform.calendar().wantsClose());
      process.step("asked to close a day");
      boolean _ =
          attempt(() -> {
            BusinessDaySequence now = sequencer.current();
            if (platform.calendar().wantsClose(now.openDay())) {
              var _ = sequencer.close(now.openDay());
            }
          });
      process.sleep(LOOK_EVERY);
    }
  }

  private boolean within(Function<Taken, Boolean> work) {
    try (Stamp stamp = days.stamp()) {
      return work.apply(new Taken(stamp.day(), stamp.at()));
    }
  }

  private void repeat(String name, Runnable work) {
    process.start(
        name,
        () -> {
          while (true) {
            boolean _ = attempt(work);
            process.sleep(LOOK_EVERY * (1 + process.choices().upTo(SLOWEST)));
          }
        });
  }

  private boolean attempt(Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException e) {
      platform.scheduler.note(process.name(), "failed: " + e.getMessage());
      return false;
    }
  }

  private record Member(LedgerEntriesListener listener) implements ConsumerGroup.Listener {

    @Override
    public void assigned(TopicPartition partition, long offset) {
      // Nothing is left over from whoever had it before.
    }

    @Override
    public void onRecords(List<ConsumerRecord<String, byte[]>> records) {
      listener.onRecords(records);
    }

    @Override
    public void idle() {
      // Nothing to do.
    }
  }

  /// Every merchant has an account under its own id.
  private static final class Payees implements Beneficiaries {

    @Override
    public boolean complete() {
      return true;
    }

    @Override
    public Beneficiary of(String merchantId) {
      return new Beneficiary("TR33", merchantId);
    }
  }
}
