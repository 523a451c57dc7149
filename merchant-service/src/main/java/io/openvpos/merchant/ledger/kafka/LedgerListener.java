package io.openvpos.merchant.ledger.kafka;

import io.openvpos.merchant.ledger.TakenPartitions;
import io.openvpos.messaging.kafka.Listeners;
import io.openvpos.messaging.parking.kafka.MoneyIntake;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The topics whose facts post, keyed by merchant. Order is needed only between facts and markers
/// of one partition. A duplicate finds its entry and changes nothing. Whatever fails stops its
/// partition, until it succeeds or an operator parks it with all later records of its merchant;
/// there are no dead letters. The partitions of one number go to one consumer where they can, so
/// that a merchant's facts seldom race for its head; where they do race, the compare-and-set
/// decides.
@Component
public final class LedgerListener implements ConsumerSeekAware {

  private final MoneyIntake intake;
  private final TakenPartitions taken;

  public LedgerListener(MoneyIntake intake, TakenPartitions taken) {
    this.intake = intake;
    this.taken = taken;
  }

  @KafkaListener(
      id = "merchant.ledger",
      topics = "#{@topology.ledgerSources()}",
      containerFactory = Listeners.MONEY)
  public void posted(List<ConsumerRecord<String, byte[]>> polled) {
    taken.release();
    intake.take(polled);
  }

  @Override
  public void onPartitionsAssigned(
      Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
    assignments.keySet().forEach(partition -> taken.taken(partition.partition()));
  }

  /// For partitions taken over in which nothing is said.
  @Scheduled(fixedDelay = 500)
  void releaseTaken() {
    taken.release();
  }
}
