package io.openvpos.merchant.adjustment.kafka;

import io.openvpos.merchant.adjustment.AdjustmentOutbox;
import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.day.DayDrain;
import io.openvpos.messaging.day.DayMarkers;
import io.openvpos.messaging.day.Heartbeats;
import io.openvpos.schemas.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Ends each business day on the adjustments' topic, once every approval stamped with it is told.
@Configuration(proxyBeanMethods = false)
class AdjustmentDays {

  @Bean
  DayDrain adjustmentDrain(
      BusinessDays days, Heartbeats heartbeats, AdjustmentOutbox outbox, DayMarkers markers) {
    return new DayDrain(days, heartbeats, Topics.ADJUSTMENTS, outbox::sendEverything, markers);
  }
}
