package io.openvpos.merchant.ledger.kafka;

import io.openvpos.merchant.ledger.TakenPartitions;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.merchant.ledger.hold.CountStarts;
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
  private final CountStarts starts;

  public LedgerListener(MoneyIntake intake, TakenPartitions taken, CountStarts starts) {
    this.intake = intake;
    this.taken = taken;
    this.starts = starts;
  }

  @KafkaListener(
      id = "merchant.ledger",
      topics = "#{@topology.ledgerSources()}",
      containerFactory = Listeners.MONEY)
  public void posted(List<ConsumerRecord<String, byte[]>> polled) {
    prepare();
    intake.take(polled);
  }

  @Override
  public void onPartitionsAssigned(
      Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
    assignments.forEach(this::taken);
  }

  /// The partition is this instance's, from the offset on.
  public void taken(TopicPartition partition, long offset) {
    taken.taken(partition.partition());
    starts.taken(new Source(partition.topic(), partition.partition()), offset);
  }

  /// For partitions taken over in which nothing is said.
  @Scheduled(fixedDelay = 500)
  public void prepare() {
    taken.release();
    starts.store();
  }
}
