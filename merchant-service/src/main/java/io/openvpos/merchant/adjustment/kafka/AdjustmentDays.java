package io.openvpos.merchant.adjustment.kafka;

import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.day.DayDrain;
import io.openvpos.messaging.day.DayMarkers;
import io.openvpos.messaging.day.Heartbeats;
import io.openvpos.schemas.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Ends each business day on the adjustments' topic. There is no outbox of adjustments to empty
/// yet.
@Configuration(proxyBeanMethods = false)
class AdjustmentDays {

  @Bean
  DayDrain adjustmentDrain(BusinessDays days, Heartbeats heartbeats, DayMarkers markers) {
    return new DayDrain(days, heartbeats, Topics.ADJUSTMENTS, () -> {}, markers);
  }
}
