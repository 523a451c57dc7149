package io.openvpos.settlement.batch.kafka;

import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.Listeners;
import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.merchant.JournalEntryPosted;
import io.openvpos.schemas.merchant.LedgerDayClosed;
import io.openvpos.settlement.Topology;
import io.openvpos.settlement.batch.LateLineException;
import io.openvpos.settlement.batch.LedgerIntake;
import io.openvpos.settlement.batch.domain.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;

/// Reads merchant.ledger-entries.v1, keyed by merchant. Lines are stored before a mark that follows
/// them in the log is; no other order is relied on. A duplicate finds its place taken. Nothing is
/// skipped: what cannot be taken in stops its partition, and no other one.
public final class LedgerEntriesListener {

  private static final Set<String> LINE_SOURCES =
      Topics.DAY_SOURCES.stream().map(Topic::name).collect(Collectors.toUnmodifiableSet());

  /// The entries that the end of a day waits for.
  private static final Set<String> CLOSING_TYPES = Set.of("batch_close", "payout_instructed");

  private final AvroCodec codec;
  private final LedgerIntake intake;

  public LedgerEntriesListener(AvroCodec codec, LedgerIntake intake) {
    this.codec = codec;
    this.intake = intake;
  }

  /// A record with its place in the poll.
  private record Polled(int index, ConsumerRecord<String, byte[]> found) {}

  /// A line waiting to be stored together with others.
  private record Waiting(int index, Line line) {}

  /// The first record of a partition that could not be taken in.
  private record Stopped(int index, RuntimeException cause) {}

  /// Each partition is taken in as far as it goes, whatever stops another one. The least index of
  /// those that stopped is told: every record before it has been taken in, so its offset may be
  /// committed; those behind it come again and find their places taken.
  @KafkaListener(
      topics = Topology.LEDGER_ENTRIES,
      groupId = Topology.LEDGER_GROUP,
      containerFactory = Listeners.MONEY)
  public void onRecords(List<ConsumerRecord<String, byte[]>> polled) {
    Optional<Stopped> first =
        byPartition(polled).values().stream()
            .map(this::take)
            .flatMap(Optional::stream)
            .min(Comparator.comparingInt(Stopped::index));
    if (first.isPresent()) {
      throw new BatchListenerFailedException(
          "a ledger entry cannot be taken in", first.get().cause(), first.get().index());
    }
  }

  private static Map<Integer, List<Polled>> byPartition(
      List<ConsumerRecord<String, byte[]>> polled) {
    Map<Integer, List<Polled>> partitions = new LinkedHashMap<>();
    for (int index = 0; index < polled.size(); index++) {
      ConsumerRecord<String, byte[]> found = polled.get(index);
      partitions
          .computeIfAbsent(found.partition(), _ -> new ArrayList<>())
          .add(new Polled(index, found));
    }
    return partitions;
  }

  /// The records of one partition, in their order. Lines are stored before what follows them.
  private Optional<Stopped> take(List<Polled> partition) {
    List<Waiting> waiting = new ArrayList<>();
    for (Polled polled : partition) {
      Optional<Stopped> stopped;
      try {
        stopped = take(polled, waiting);
      } catch (RuntimeException e) {
        stopped = store(waiting).or(() -> Optional.of(new Stopped(polled.index(), e)));
      }
      if (stopped.isPresent()) {
        return stopped;
      }
    }
    return store(waiting);
  }

  private Optional<Stopped> take(Polled polled, List<Waiting> waiting) {
    ConsumerRecord<String, byte[]> found = polled.found();
    Object value = codec.decode(found.topic(), found.value());
    if (value instanceof JournalEntryPosted entry && isLine(entry)) {
      checkPlace(entry, found);
      waiting.add(new Waiting(polled.index(), EntryMapper.line(entry)));
      return Optional.empty();
    }
    Optional<Stopped> before = store(waiting);
    if (before.isEmpty()) {
      takeOther(value);
    }
    return before;
  }

  /// Never throws: what stops it is told with its place.
  private Optional<Stopped> store(List<Waiting> waiting) {
    try {
      if (!waiting.isEmpty()) {
        intake.lines(waiting.stream().map(Waiting::line).toList());
        waiting.clear();
      }
      return Optional.empty();
    } catch (LateLineException late) {
      return Optional.of(new Stopped(waiting.get(late.place()).index(), late));
    } catch (RuntimeException e) {
      return Optional.of(new Stopped(waiting.getFirst().index(), e));
    }
  }

  private void takeOther(Object value) {
    switch (value) {
      case LedgerDayClosed closed -> intake.mark(EntryMapper.mark(closed));
      case JournalEntryPosted entry when CLOSING_TYPES.contains(entry.getType()) ->
          intake.posted(entry.getCauseEventId(), entry.getEntryId());
      case JournalEntryPosted _ -> {
        // Confirmations, rejections, reserves: they hold up nothing here.
      }
      default -> throw new IllegalStateException("not a ledger fact: " + value.getClass());
    }
  }

  private static boolean isLine(JournalEntryPosted entry) {
    return LINE_SOURCES.contains(entry.getSourceTopic());
  }

  /// An entry stands in the partition of its cause; else no mark would cover it.
  private static void checkPlace(JournalEntryPosted entry, ConsumerRecord<String, byte[]> found) {
    if (entry.getSourcePartition() != found.partition()) {
      throw new IllegalStateException(
          "entry " + entry.getEntryId() + " stands in partition " + found.partition());
    }
  }
}
