package io.openvpos.fraud.assessment.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Every write waits until the test says how it ends.
class BatchesInFlightTest {

  private static final TopicPartition PARTITION = new TopicPartition("asked", 0);

  private final BlockingQueue<Write> writes = new LinkedBlockingQueue<>();
  private final BatchesInFlight inFlight = new BatchesInFlight(this::deliver, 4);

  private record Write(Batch batch, CompletableFuture<Void> end) {

    List<Long> offsets() {
      return batch.unreadable().stream().map(ConsumerRecord::offset).toList();
    }
  }

  private void deliver(Batch batch) {
    Write write = new Write(batch, new CompletableFuture<>());
    writes.add(write);
    write.end().join();
  }

  @AfterEach
  void close() {
    inFlight.close(Duration.ZERO);
    writes.forEach(write -> write.end().complete(null));
  }

  @Test
  void whatIsReadWhileBothWritersAreBusyGoesInOneWrite() throws InterruptedException {
    inFlight.add(batch(0, 1));
    Write first = next();
    inFlight.add(batch(1, 1));
    Write second = next();
    inFlight.add(batch(2, 2));
    inFlight.add(batch(4, 1));
    assertThat(inFlight.full()).isTrue();
    assertThat(writes).isEmpty();

    second.end().complete(null);

    Write third = next();
    assertThat(third.offsets()).containsExactly(2L, 3L, 4L);
    third.end().complete(null);
    assertThat(inFlight.takeDone()).as("the first one is not done").isEmpty();

    first.end().complete(null);

    awaitDone(5);
    assertThat(inFlight.full()).isFalse();
  }

  @Test
  void aWriteThatFailsIsTriedAgainAndHoldsUpTheOffsetsOfAllBehindIt() throws InterruptedException {
    inFlight.add(batch(0, 1));
    next().end().completeExceptionally(new IllegalStateException("the store is away"));

    Write again = next();
    assertThat(again.offsets()).containsExactly(0L);
    assertThat(inFlight.failing()).isTrue();
    inFlight.add(batch(1, 1));
    next().end().complete(null);
    assertThat(inFlight.takeDone()).isEmpty();
    again.end().complete(null);

    awaitDone(2);
    assertThat(inFlight.failing()).isFalse();
  }

  @Test
  void oneWriteTakesNoMoreThanAPollMayBring() throws InterruptedException {
    inFlight.add(batch(0, 1));
    Write first = next();
    inFlight.add(batch(1, 1));
    Write second = next();
    inFlight.add(batch(2, 500));
    inFlight.add(batch(502, 1));
    first.end().complete(null);

    Write third = next();
    assertThat(third.offsets()).hasSize(500);
    third.end().complete(null);
    Write last = next();
    assertThat(last.offsets()).containsExactly(502L);
    second.end().complete(null);
    last.end().complete(null);

    awaitDone(503);
  }

  /// A writer that ended would leave its batch, and all offsets behind it, for ever.
  @Test
  void anErrorIsTriedAgainToo() {
    AtomicInteger tries = new AtomicInteger();
    BatchesInFlight own =
        new BatchesInFlight(
            _ -> {
              if (tries.incrementAndGet() == 1) {
                throw new OutOfMemoryError("as if");
              }
            },
            4);
    own.add(batch(0, 1));
    own.await(Duration.ofSeconds(20));
    assertThat(own.takeDone()).containsEntry(PARTITION, new OffsetAndMetadata(1));
    assertThat(tries).hasValue(2);
  }

  private Write next() throws InterruptedException {
    Write write = writes.poll(20, TimeUnit.SECONDS);
    assertThat(write).isNotNull();
    return Objects.requireNonNull(write);
  }

  private void awaitDone(long offset) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    Map<TopicPartition, OffsetAndMetadata> done = inFlight.takeDone();
    while (!new OffsetAndMetadata(offset).equals(done.get(PARTITION)) && System.nanoTime() < end) {
      Thread.onSpinWait();
      done = inFlight.takeDone();
    }
    assertThat(done).containsEntry(PARTITION, new OffsetAndMetadata(offset));
  }

  private static Batch batch(int from, int records) {
    return new Batch(
        List.of(),
        IntStream.range(from, from + records)
            .mapToObj(
                offset -> new ConsumerRecord<>(PARTITION.topic(), 0, offset, "card", new byte[0]))
            .toList(),
        Map.of(PARTITION, new OffsetAndMetadata(from + records)));
  }
}
