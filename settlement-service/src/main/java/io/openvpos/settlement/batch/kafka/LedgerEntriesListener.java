package io.openvpos.settlement.batch.kafka;

import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.Listeners;
import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.merchant.JournalEntryPosted;
import io.openvpos.schemas.merchant.LedgerDayClosed;
import io.openvpos.settlement.Topology;
import io.openvpos.settlement.batch.LedgerIntake;
import io.openvpos.settlement.batch.domain.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;

/// Reads merchant.ledger-entries.v1, keyed by merchant. Lines are stored before a mark that follows
/// them in the log is; no other order is relied on. A duplicate finds its place taken. Nothing is
/// skipped: what cannot be taken in stops the partition.
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

  @KafkaListener(
      topics = Topology.LEDGER_ENTRIES,
      groupId = Topology.LEDGER_GROUP,
      containerFactory = Listeners.MONEY)
  public void onRecords(List<ConsumerRecord<String, byte[]>> polled) {
    List<Line> waiting = new ArrayList<>();
    int firstWaiting = 0;
    for (int index = 0; index < polled.size(); index++) {
      try {
        Object value = codec.decode(polled.get(index).topic(), polled.get(index).value());
        if (value instanceof JournalEntryPosted entry && isLine(entry)) {
          checkPlace(entry, polled.get(index));
          waiting.add(EntryMapper.line(entry));
        } else {
          flush(waiting, firstWaiting);
          firstWaiting = index;
          takeOther(value);
        }
      } catch (BatchListenerFailedException e) {
        throw e;
      } catch (RuntimeException e) {
        flush(waiting, firstWaiting);
        throw new BatchListenerFailedException("a ledger entry cannot be taken in", e, index);
      }
    }
    flush(waiting, firstWaiting);
  }

  private void flush(List<Line> waiting, int firstIndex) {
    try {
      if (!waiting.isEmpty()) {
        intake.lines(waiting);
      }
    } catch (RuntimeException e) {
      throw new BatchListenerFailedException("lines cannot be stored", e, firstIndex);
    }
    waiting.clear();
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
