package io.openvpos.sandbox.simulation.world;

import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.day.DayDrain;
import io.openvpos.messaging.day.OtherInstances;
import io.openvpos.messaging.day.kafka.BusinessDayView;
import io.openvpos.messaging.day.kafka.KafkaDayMarkers;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.messaging.task.Tasks;
import io.openvpos.sandbox.simulation.machine.Fault;
import io.openvpos.sandbox.simulation.machine.Scheduler;
import io.openvpos.sandbox.simulation.machine.SimulatedProcess;
import io.openvpos.sandbox.simulation.machine.SimulatedTasks;
import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/// Two instances of each service over shared stores and one broker. A process that dies is started
/// again a while later.
public final class Platform {

  static final List<Topic> LEDGER_SOURCES =
      List.of(
          Topics.PAYMENTS, Topics.CHARGEBACKS, Topics.ADJUSTMENTS, Topics.BATCHES, Topics.PAYOUTS);

  private static final int INSTANCES = 2;

  final Scheduler scheduler;
  final Broker broker;
  final ConsumerGroup ledger;
  final ConsumerGroup lines;
  final PaymentStore payments = new PaymentStore();
  final LedgerStore ledgerStore = new LedgerStore();
  final SettlementStores settlement = new SettlementStores();
  final CardNetwork network;
  final SimulatedBank bank;
  private final Calendar calendar = new Calendar(settlement);
  private final List<Object> wire = new ArrayList<>();
  private final List<AuthorizationProcess> edges = new ArrayList<>();
  private final List<SimulatedProcess> processes = new ArrayList<>();

  public Platform(Scheduler scheduler) {
    this.scheduler = scheduler;
    broker = new Broker(scheduler, 1 + scheduler.choices().upTo(2));
    network = new CardNetwork(scheduler, scheduler.choices().upTo(2) == 0, payments::heardLate);
    bank = new SimulatedBank(scheduler);
    ledger = new ConsumerGroup("ledger", scheduler, broker, LEDGER_SOURCES);
    lines = new ConsumerGroup("lines", scheduler, broker, List.of(Topics.LEDGER_ENTRIES));
  }

  public void start() {
    for (int instance = 1; instance <= INSTANCES; instance++) {
      boot("settlement-" + instance, process -> new SettlementProcess(this, process).start());
      boot("merchant-" + instance, process -> new MerchantProcess(this, process).start());
      boot("authorization-" + instance, this::startEdge);
    }
  }

  /// The instance that a load balancer would choose; waits for one if none runs.
  public AuthorizationProcess edge() {
    scheduler.await(() -> !edges.isEmpty());
    return edges.get(scheduler.choices().upTo(edges.size()));
  }

  public Scheduler scheduler() {
    return scheduler;
  }

  public Stores stores() {
    return new Stores(payments, ledgerStore, settlement, network, bank, this::records);
  }

  /// What is left behind by a run.
  public record Stores(
      PaymentStore payments,
      LedgerStore ledger,
      SettlementStores settlement,
      CardNetwork network,
      SimulatedBank bank,
      Function<Topic, Map<Integer, List<Object>>> logs) {}

  /// The records of each partition, in their order.
  private Map<Integer, List<Object>> records(Topic topic) {
    Map<Integer, List<Object>> records = new TreeMap<>();
    for (TopicPartition partition : broker.partitions(List.of(topic))) {
      records.put(
          partition.partition(),
          broker.log(partition).stream()
              .map(found -> wire.get(ByteBuffer.wrap(found.value()).getInt()))
              .toList());
    }
    return records;
  }

  public void killAll() {
    List.copyOf(processes).forEach(SimulatedProcess::kill);
  }

  /// Delivers every record of every topic once more.
  public void replayAll() {
    ledger.rewindAll();
    lines.rewindAll();
  }

  public boolean caughtUp() {
    return ledger.caughtUp() && lines.caughtUp();
  }

  private void startEdge(SimulatedProcess process) {
    AuthorizationProcess edge = new AuthorizationProcess(this, process);
    process.onDeath(() -> edges.remove(edge));
    edges.add(edge);
    edge.start();
  }

  private void boot(String name, Consumer<SimulatedProcess> main) {
    SimulatedProcess process = scheduler.process(name);
    processes.add(process);
    process.onDeath(() -> {
      processes.remove(process);
      restart(name, main);
    });
    main.accept(process);
  }

  private void restart(String name, Consumer<SimulatedProcess> main) {
    long wait = 1_000L * scheduler.choices().upTo(10);
    var _ =
        scheduler.start(
            null,
            "restart",
            () -> {
              scheduler.sleep(wait);
              scheduler.note(name, "starts again");
              boot(name, main);
            });
  }

  public Calendar calendar() {
    return calendar;
  }

  Clock clock() {
    return scheduler.clock();
  }

  Tasks tasks(SimulatedProcess process) {
    return new SimulatedTasks(scheduler, process);
  }

  RecordSender sender(SimulatedProcess process) {
    return new RecordSender(broker.producer(process));
  }

  /// Keeps the records themselves; on the wire is the number of each.
  AvroCodec codec(SimulatedProcess process) {
    return new AvroCodec(
        (topic, value) -> {
          wire.add(value);
          return ByteBuffer.allocate(Integer.BYTES).putInt(wire.size() - 1).array();
        },
        (topic, value) -> {
          if (process.choices().strikes(Fault.UNDECODABLE)) {
            throw new SerializationException("on purpose");
          }
          return wire.get(ByteBuffer.wrap(value).getInt());
        });
  }

  /// The business days as one process reads them, from the beginning.
  BusinessDays days(SimulatedProcess process) {
    BusinessDays days = new BusinessDays(clock());
    BusinessDayView view = new BusinessDayView(codec(process), days);
    List<ConsumerRecord<String, byte[]>> log =
        broker.log(new TopicPartition(Topics.BUSINESS_DAYS.name(), 0));
    int end = log.size();
    int[] position = {0};
    days.stampOnceCaughtUp(() -> position[0] >= end);
    process.start(
        "days",
        () -> {
          while (true) {
            scheduler.await(() -> position[0] < log.size());
            process.step("reads business days");
            if (accepted(view, log.get(position[0]))) {
              position[0]++;
            } else {
              process.sleep(1_000);
            }
          }
        });
    return days;
  }

  private static boolean accepted(BusinessDayView view, ConsumerRecord<String, byte[]> found) {
    try {
      view.accept(found);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  void drain(
      SimulatedProcess process,
      Topic topic,
      BusinessDays days,
      RecordSender sender,
      Runnable everything) {
    var _ =
        new DayDrain(
            days,
            new Others(process),
            topic,
            () -> {
              if (!process.choices().strikes(Fault.EARLY_MARKER)) {
                everything.run();
              }
            },
            new KafkaDayMarkers(codec(process), sender, clock()),
            tasks(process));
  }

  /// Heartbeats that are right or wrong: nothing may depend on them.
  private record Others(SimulatedProcess process) implements OtherInstances {

    @Override
    public void tellDrained(LocalDate day) {
      process.step("drained " + day);
    }

    @Override
    public boolean allDrained(LocalDate day) {
      return process.choices().upTo(3) != 1;
    }
  }
}
