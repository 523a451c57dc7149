package io.openvpos.settlement.batch.kafka;

import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.parking.kafka.MarkerGate;
import io.openvpos.messaging.parking.kafka.MoneyHandler;
import io.openvpos.messaging.parking.kafka.RecordStopsException;
import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.merchant.JournalEntryPosted;
import io.openvpos.schemas.merchant.LedgerDayClosed;
import io.openvpos.settlement.batch.LateLineException;
import io.openvpos.settlement.batch.LedgerIntake;
import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Takes in what the ledger says, whether the listener brings it or a replay of what was parked.
/// Lines that follow each other are stored together.
public final class LedgerEntriesHandler implements MoneyHandler {

  private static final Set<String> LINE_SOURCES =
      Topics.DAY_SOURCES.stream().map(Topic::name).collect(Collectors.toUnmodifiableSet());

  /// The entries that the end of a day waits for.
  private static final Set<String> CLOSING_TYPES =
      Set.of(
          "batch_close",
          "payout_instructed",
          "reserve_held",
          "reserve_released",
          "conversion_out",
          "conversion_in");

  private final AvroCodec codec;
  private final LedgerIntake intake;

  public LedgerEntriesHandler(AvroCodec codec, LedgerIntake intake) {
    this.codec = codec;
    this.intake = intake;
  }

  /// A line waiting to be stored together with others.
  private record Waiting(ConsumerRecord<String, byte[]> found, Line line) {}

  @Override
  public Turn begin(TopicPartition source, MarkerGate gate) {
    return new EntriesTurn(gate);
  }

  private final class EntriesTurn implements Turn {

    private final MarkerGate gate;
    private final List<Waiting> waiting = new ArrayList<>();

    EntriesTurn(MarkerGate gate) {
      this.gate = gate;
    }

    /// Lines are stored before what follows them.
    @Override
    public void take(ConsumerRecord<String, byte[]> found) {
      Object value = codec.decode(found.topic(), found.value());
      if (value instanceof JournalEntryPosted entry && isLine(entry)) {
        checkPlace(entry, found);
        Instant at = Instant.ofEpochMilli(found.timestamp());
        Line line = EntryMapper.line(entry, at);
        if (line.type() == LineType.ADJUSTMENT) {
          intake.entry(EntryMapper.posted(entry, at));
        }
        waiting.add(new Waiting(found, line));
      } else {
        finish();
        takeOther(value, found);
      }
    }

    @Override
    public void finish() {
      if (waiting.isEmpty()) {
        return;
      }
      try {
        intake.lines(waiting.stream().map(Waiting::line).toList());
        waiting.clear();
      } catch (LateLineException late) {
        throw new RecordStopsException(waiting.get(late.place()).found(), late);
      } catch (RuntimeException failure) {
        throw new RecordStopsException(waiting.getFirst().found(), failure);
      }
    }

    private void takeOther(Object value, ConsumerRecord<String, byte[]> found) {
      switch (value) {
        case LedgerDayClosed closed -> mark(EntryMapper.mark(closed), found.offset());
        case JournalEntryPosted entry -> {
          // Kept before it is said to be there. Only what a day's end waits for needs to be said.
          intake.entry(EntryMapper.posted(entry, Instant.ofEpochMilli(found.timestamp())));
          if (CLOSING_TYPES.contains(entry.getType())) {
            intake.posted(entry.getCauseEventId(), entry.getEntryId());
          }
        }
        default -> throw new IllegalStateException("not a ledger fact: " + value.getClass());
      }
    }

    private void mark(LedgerMark mark, long offset) {
      if (!intake.isMarked(mark)) {
        gate.pass(mark.day(), offset);
      }
      intake.mark(mark);
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
