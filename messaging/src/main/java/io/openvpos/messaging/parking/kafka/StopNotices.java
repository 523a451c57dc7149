package io.openvpos.messaging.parking.kafka;

import com.mongodb.MongoException;
import io.openvpos.messaging.parking.StopBoard;
import io.openvpos.messaging.parking.StoppedPartition;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts up what this instance's listeners say of their partitions, on a thread of its own: a store
/// that fails may be why they stop, and must not hold up the next attempt too. Of each partition
/// only the last word is written; one that could not be is written with the next.
public final class StopNotices implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(StopNotices.class);

  private final StopBoard board;
  private final Map<TopicPartition, Optional<StoppedPartition>> unwritten =
      new ConcurrentHashMap<>();
  private final ExecutorService writing =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("stop-notices").factory());

  public StopNotices(StopBoard board) {
    this.board = board;
  }

  public void stopped(StoppedPartition stopped) {
    unwritten.put(new TopicPartition(stopped.topic(), stopped.partition()), Optional.of(stopped));
    writing.execute(this::write);
  }

  public void goesOn(TopicPartition partition) {
    unwritten.put(partition, Optional.empty());
    writing.execute(this::write);
  }

  private void write() {
    for (TopicPartition partition : Set.copyOf(unwritten.keySet())) {
      Optional<StoppedPartition> last = unwritten.get(partition);
      if (last == null) {
        continue;
      }
      try {
        last.ifPresentOrElse(
            board::put, () -> board.remove(partition.topic(), partition.partition()));
        unwritten.remove(partition, last);
      } catch (MongoException | IllegalStateException e) {
        LOGGER.warn("the board of stopped partitions is not written", e);
      }
    }
  }

  @Override
  public void close() {
    writing.shutdown();
  }
}
