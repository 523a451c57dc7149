package io.openvpos.merchant.ledger.kafka;

import io.openvpos.merchant.ledger.Ledger;
import io.openvpos.merchant.ledger.PartitionIntake;
import io.openvpos.merchant.ledger.TakenPartitions;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.Listeners;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The topics whose facts post, keyed by merchant. Order is needed only between facts and markers
/// of one partition. A duplicate finds its entry and changes nothing. Whatever fails stops its
/// partition; there are no dead letters. The partitions of one number go to one consumer where they
/// can, so that a merchant's facts seldom race for its head; where they do race, the
/// compare-and-set decides.
@Component
public final class LedgerListener implements ConsumerSeekAware {

  private final AvroCodec codec;
  private final Ledger ledger;
  private final TakenPartitions taken;

  public LedgerListener(AvroCodec codec, Ledger ledger, TakenPartitions taken) {
    this.codec = codec;
    this.ledger = ledger;
    this.taken = taken;
  }

  /// A record with its place in the poll.
  private record Polled(int index, ConsumerRecord<String, byte[]> found) {}

  private record Failed(int index, RuntimeException cause) {}

  @KafkaListener(
      id = "merchant.ledger",
      topics = "#{@topology.ledgerSources()}",
      containerFactory = Listeners.MONEY)
  public void posted(List<ConsumerRecord<String, byte[]>> polled) {
    taken.release();
    // A source partition that fails does not hold up the others of the poll: those are posted too,
    // and
    // found again when they are delivered again.
    Optional<Failed> first =
        bySource(polled).entrySet().stream()
            .map(group -> take(group.getKey(), group.getValue()))
            .flatMap(Optional::stream)
            .min(Comparator.comparingInt(Failed::index));
    if (first.isPresent()) {
      throw new BatchListenerFailedException(
          "a ledger source stops", first.get().cause(), first.get().index());
    }
  }

  @Override
  public void onPartitionsAssigned(
      Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
    assignments.keySet().forEach(partition -> taken.taken(partition.partition()));
  }

  /// For partitions taken over in which nothing is said.
  @Scheduled(fixedDelay = 500)
  public void releaseTaken() {
    taken.release();
  }

  private static Map<Source, List<Polled>> bySource(List<ConsumerRecord<String, byte[]>> polled) {
    Map<Source, List<Polled>> groups = new LinkedHashMap<>();
    for (int index = 0; index < polled.size(); index++) {
      ConsumerRecord<String, byte[]> found = polled.get(index);
      groups
          .computeIfAbsent(new Source(found.topic(), found.partition()), _ -> new ArrayList<>())
          .add(new Polled(index, found));
    }
    return groups;
  }

  private Optional<Failed> take(Source source, List<Polled> group) {
    int first = group.getFirst().index();
    try {
      PartitionIntake intake = ledger.intake(source);
      for (Polled polled : group) {
        try {
          intake = accept(intake, polled.found());
        } catch (RuntimeException failure) {
          intake.post();
          return Optional.of(new Failed(polled.index(), failure));
        }
      }
      intake.post();
      return Optional.empty();
    } catch (RuntimeException failure) {
      return Optional.of(new Failed(first, failure));
    }
  }

  private PartitionIntake accept(PartitionIntake intake, ConsumerRecord<String, byte[]> found) {
    var decoded = codec.decode(found.topic(), found.value());
    return switch (FactReader.read(decoded, found.topic(), found.partition())) {
      case LedgerRecord.Posts posts -> {
        intake.fact(posts.fact(), found.offset());
        yield intake;
      }
      case LedgerRecord.DayEnded ended -> intake.dayEnded(ended.day(), found.offset(), ended.at());
      case LedgerRecord.PostsNothing _ -> intake;
    };
  }
}
