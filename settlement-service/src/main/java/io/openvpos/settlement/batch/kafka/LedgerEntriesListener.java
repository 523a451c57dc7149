package io.openvpos.settlement.batch.kafka;

import io.openvpos.messaging.kafka.Listeners;
import io.openvpos.messaging.parking.kafka.MoneyIntake;
import io.openvpos.settlement.Topology;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/// Reads merchant.ledger-entries.v1, keyed by merchant. Lines are stored before a mark that follows
/// them in the log is; no other order is relied on. A duplicate finds its place taken. Nothing is
/// skipped: what cannot be taken in stops its partition, and no other one, until it can, or until
/// an operator parks it with all later records of its merchant.
public final class LedgerEntriesListener {

  private final MoneyIntake intake;

  public LedgerEntriesListener(MoneyIntake intake) {
    this.intake = intake;
  }

  @KafkaListener(
      topics = Topology.LEDGER_ENTRIES,
      groupId = Topology.LEDGER_GROUP,
      containerFactory = Listeners.MONEY)
  public void onRecords(List<ConsumerRecord<String, byte[]>> polled) {
    intake.take(polled);
  }
}
