package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.history.PaymentHistory;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where the reading of a newly assigned partition starts, so that the windows are whole when the
/// first answer is due: as long as histories remember before the requests still to be answered. The
/// event time reached is kept with each committed offset, because a backlog may be much older than
/// now.
@Component
class ReplayPoint {

  private final Clock clock;

  ReplayPoint(Clock clock) {
    this.clock = clock;
  }

  /// The offset to commit, with the event time that was reached before it.
  static OffsetAndMetadata reached(long nextOffset, Instant watermark) {
    return new OffsetAndMetadata(nextOffset, watermark.toString());
  }

  /// What is read of a newly assigned partition.
  ///
  /// @param readFrom where reading starts
  /// @param answerFrom the first offset that is answered
  record Span(long readFrom, long answerFrom) {}

  /// Answers start where the group stands. A partition of which nothing is committed must be
  /// assigned to `consumer`.
  Map<TopicPartition, Span> of(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(assigned));
    Map<TopicPartition, Long> times = new HashMap<>();
    for (TopicPartition partition : assigned) {
      times.put(partition, replayFrom(committed.get(partition)).toEpochMilli());
    }
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
    Map<TopicPartition, Span> spans = new HashMap<>();
    for (TopicPartition partition : assigned) {
      OffsetAndMetadata stands = committed.get(partition);
      long answerFrom = stands == null ? consumer.position(partition) : stands.offset();
      OffsetAndTimestamp first = found.get(partition);
      long readFrom = first == null ? answerFrom : Math.min(answerFrom, first.offset());
      spans.put(partition, new Span(readFrom, answerFrom));
    }
    return spans;
  }

  private Instant replayFrom(@Nullable OffsetAndMetadata committed) {
    Instant reached = clock.instant();
    if (committed != null && !committed.metadata().isEmpty()) {
      Instant watermark = Instant.parse(committed.metadata());
      // Where nothing could be read so far, no event time was reached.
      boolean known = watermark.isAfter(Instant.MIN);
      reached = known && watermark.isBefore(reached) ? watermark : reached;
    }
    return reached.minus(PaymentHistory.MEMORY).minus(RiskCheckMapper.CLOCK_TOLERANCE);
  }
}
