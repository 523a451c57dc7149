package io.openvpos.settlement.businessday.kafka;

import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.settlement.BusinessDayCloseRequested;
import io.openvpos.schemas.settlement.BusinessDayClosed;
import io.openvpos.schemas.settlement.BusinessDayOpened;
import io.openvpos.settlement.businessday.domain.DayFact;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/// Writes what happened to a day as it is published. Event id: `day:number`.
public final class DayPublisher {

  /// The topic has one partition; the key says no more than that all of it is one sequence.
  private static final String KEY = "business-days";

  private final AvroCodec codec;

  public DayPublisher(AvroCodec codec) {
    this.codec = codec;
  }

  public OutboxEntry publish(DayFact fact) {
    Envelope envelope =
        Envelope.newBuilder()
            .setEventId(fact.day() + ":" + fact.number())
            .setOccurredAt(fact.at())
            .setAggregateVersion(fact.number())
            .setCorrelationId(fact.day().toString())
            .build();
    byte[] value = codec.encode(Topics.BUSINESS_DAYS, wire(fact, envelope));
    return new OutboxEntry(envelope.getEventId(), Topics.BUSINESS_DAYS, null, KEY, value, Map.of());
  }

  private static SpecificRecord wire(DayFact fact, Envelope envelope) {
    return switch (fact) {
      case DayFact.Opened opened ->
          BusinessDayOpened.newBuilder()
              .setEnvelope(envelope)
              .setDay(opened.day())
              .setScheduledCutOff(opened.scheduledCutOff())
              .build();
      case DayFact.CloseRequested requested ->
          BusinessDayCloseRequested.newBuilder()
              .setEnvelope(envelope)
              .setDay(requested.day())
              .setCutOffAt(requested.cutOffAt())
              .build();
      case DayFact.Closed closed ->
          BusinessDayClosed.newBuilder()
              .setEnvelope(envelope)
              .setDay(closed.day())
              .setDigest(closed.digest())
              .build();
    };
  }
}
