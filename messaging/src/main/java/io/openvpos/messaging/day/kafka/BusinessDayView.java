package io.openvpos.messaging.day.kafka;

import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.schemas.settlement.BusinessDayCloseRequested;
import io.openvpos.schemas.settlement.BusinessDayClosed;
import io.openvpos.schemas.settlement.BusinessDayOpened;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Feeds [BusinessDays] from `settlement.business-days.v1`, read from the beginning by every
/// instance. A repeated record changes nothing.
public final class BusinessDayView {

  private final AvroCodec codec;
  private final BusinessDays days;

  public BusinessDayView(AvroCodec codec, BusinessDays days) {
    this.codec = codec;
    this.days = days;
  }

  public void accept(ConsumerRecord<String, byte[]> found) {
    SpecificRecord fact = codec.decode(found.topic(), found.value());
    switch (fact) {
      case BusinessDayOpened opened -> days.opened(opened.getDay(), opened.getScheduledCutOff());
      case BusinessDayCloseRequested requested -> days.closeRequested(requested.getDay());
      case BusinessDayClosed closed -> days.closed(closed.getDay());
      default -> throw new IllegalStateException("not a business day fact: " + fact.getSchema());
    }
  }
}
