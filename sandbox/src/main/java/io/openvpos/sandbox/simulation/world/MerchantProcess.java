package io.openvpos.sandbox.simulation.world;

import io.openvpos.merchant.ledger.EntryFeed;
import io.openvpos.merchant.ledger.Ledger;
import io.openvpos.merchant.ledger.TakenPartitions;
import io.openvpos.merchant.ledger.hold.CountStarts;
import io.openvpos.merchant.ledger.kafka.KafkaEntryFeed;
import io.openvpos.merchant.ledger.kafka.LedgerHandler;
import io.openvpos.merchant.ledger.kafka.LedgerListener;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.messaging.parking.kafka.MoneyIntake;
import io.openvpos.messaging.parking.kafka.ParkedRecords;
import io.openvpos.sandbox.simulation.machine.SimulatedProcess;
import io.openvpos.schemas.Topics;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// One instance of merchant-service's ledger: the real listener, use cases, feed and drain.
final class MerchantProcess {

  private final Platform platform;
  private final SimulatedProcess process;

  MerchantProcess(Platform platform, SimulatedProcess process) {
    this.platform = platform;
    this.process = process;
  }

  void start() {
    RecordSender sender = platform.sender(process);
    EntryFeed feed = new KafkaEntryFeed(platform.codec(process), sender);
    StoreCalls calls = new StoreCalls(platform.scheduler, process);
    LedgerStore.Ports ports = platform.ledgerStore.ports(calls);
    Ledger ledger =
        Ledger.over(
            new Ledger.Parts(
                ports.heads(),
                ports.entries(),
                ports.days(),
                ports.holds(),
                ports.contracts(),
                feed),
            Runnable::run);
    TakenPartitions taken = new TakenPartitions(ledger.release());
    AvroCodec codec = platform.codec(process);
    MoneyIntake intake =
        new MoneyIntake(
            new NothingParked(calls), new LedgerHandler(codec, ledger), new ParkedRecords(codec));
    platform.ledger.join(
        process, new Member(new LedgerListener(intake, taken, new CountStarts(ports.holds()))));
    platform.drain(process, Topics.ADJUSTMENTS, platform.days(process), sender, () -> {});
  }

  private record Member(LedgerListener listener) implements ConsumerGroup.Listener {

    @Override
    public void assigned(TopicPartition partition, long offset) {
      listener.taken(partition, offset);
    }

    @Override
    public void onRecords(List<ConsumerRecord<String, byte[]>> records) {
      listener.posted(records);
    }

    @Override
    public void idle() {
      try {
        listener.prepare();
      } catch (RuntimeException e) {
        // What a timer calls is called again.
      }
    }
  }
}
