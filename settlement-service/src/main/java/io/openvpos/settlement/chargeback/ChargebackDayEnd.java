package io.openvpos.settlement.chargeback;

import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.day.DayDrain;
import io.openvpos.messaging.day.DayMarkers;
import io.openvpos.messaging.day.Heartbeats;
import io.openvpos.settlement.Topology;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Ends each business day in the topic of chargebacks, so that the cut can wait for it as for every
/// other source.
@Configuration(proxyBeanMethods = false)
class ChargebackDayEnd {

  /// No chargeback is written yet, so nothing is to be sent before a marker.
  @Bean
  DayDrain chargebackDayDrain(BusinessDays days, Heartbeats heartbeats, DayMarkers markers) {
    return new DayDrain(days, heartbeats, Topology.CHARGEBACKS, () -> {}, markers);
  }
}
