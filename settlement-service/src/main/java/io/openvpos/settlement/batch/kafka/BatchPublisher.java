package io.openvpos.settlement.batch.kafka;

import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.money.Money;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.settlement.BatchClosed;
import io.openvpos.schemas.settlement.Due;
import io.openvpos.settlement.batch.domain.Batch;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Writes BatchClosed. It occurred at the day's cut-off, whenever it is written: the same batch
/// gives the same record in every instance.
public final class BatchPublisher {

  private final AvroCodec codec;

  public BatchPublisher(AvroCodec codec) {
    this.codec = codec;
  }

  public OutboxEntry publish(Batch batch, Instant cutOffAt) {
    Envelope envelope =
        Envelope.newBuilder()
            .setEventId(Batch.eventId(batch.id()))
            .setOccurredAt(cutOffAt)
            .setAggregateVersion(1)
            .setCorrelationId(batch.day().toString())
            .build();
    List<Due> dues =
        batch.dues().stream().map(due -> new Due(due.valueDate(), due.amount())).toList();
    BatchClosed closed =
        BatchClosed.newBuilder()
            .setEnvelope(envelope)
            .setBatchId(batch.id())
            .setMerchantId(batch.head().merchantId())
            .setMode(WireMode.of(batch.head().mode()))
            .setSalesDay(batch.day())
            .setNet(WireMoney.of(Money.of(batch.figures().net(), batch.head().currency())))
            .setDues(dues)
            .setLines(batch.lines())
            .setDigest(batch.digest())
            .build();
    return new OutboxEntry(
        envelope.getEventId(),
        Topics.BATCHES,
        null,
        batch.head().merchantId(),
        codec.encode(Topics.BATCHES, closed),
        Map.of());
  }
}
