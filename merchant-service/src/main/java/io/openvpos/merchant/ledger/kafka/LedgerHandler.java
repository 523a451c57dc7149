package io.openvpos.merchant.ledger.kafka;

import io.openvpos.merchant.ledger.Ledger;
import io.openvpos.merchant.ledger.PartitionIntake;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.merchant.ledger.domain.posting.Fact;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.parking.kafka.MarkerGate;
import io.openvpos.messaging.parking.kafka.MoneyHandler;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/// What the ledger does with a record, whether the listener brings it or a replay of what was
/// parked: its offset alone decides the day.
@Component
public final class LedgerHandler implements MoneyHandler {

  private final AvroCodec codec;
  private final Ledger ledger;

  public LedgerHandler(AvroCodec codec, Ledger ledger) {
    this.codec = codec;
    this.ledger = ledger;
  }

  @Override
  public Turn begin(TopicPartition partition, MarkerGate gate) {
    Source source = new Source(partition.topic(), partition.partition());
    return new LedgerTurn(ledger.intake(source), gate);
  }

  private final class LedgerTurn implements Turn {

    private final MarkerGate gate;
    private PartitionIntake intake;

    LedgerTurn(PartitionIntake intake, MarkerGate gate) {
      this.intake = intake;
      this.gate = gate;
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> found) {
      var decoded = codec.decode(found.topic(), found.value());
      switch (FactReader.read(decoded, found.topic(), found.partition())) {
        case LedgerRecord.Posts posts -> intake.fact(posts.fact(), found.offset());
        case LedgerRecord.Converts(Fact out, Fact in) -> {
          intake.fact(out, found.offset());
          intake.fact(in, found.offset());
        }
        case LedgerRecord.DayEnded ended -> dayEnded(ended, found.offset());
        case LedgerRecord.PostsNothing _ -> {
          // Nothing to gather.
        }
      }
      HoldFactReader.read(decoded).ifPresent(hold -> intake.hold(hold, found.offset()));
    }

    private void dayEnded(LedgerRecord.DayEnded ended, long offset) {
      if (!intake.knowsEndOf(ended.day())) {
        gate.pass(ended.day(), offset);
      }
      intake = intake.dayEnded(ended.day(), offset, ended.at());
    }

    @Override
    public void finish() {
      intake.post();
    }
  }
}
