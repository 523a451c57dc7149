package io.openvpos.settlement.chargeback.kafka;

import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.day.DayDrain;
import io.openvpos.messaging.day.DayMarkers;
import io.openvpos.messaging.day.Heartbeats;
import io.openvpos.settlement.Topology;
import io.openvpos.settlement.chargeback.Chargebacks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Ends each business day in the topic of chargebacks, once every fact stamped with it is told.
@Configuration(proxyBeanMethods = false)
class ChargebackDays {

  @Bean
  DayDrain chargebackDayDrain(
      BusinessDays days, Heartbeats heartbeats, Chargebacks chargebacks, DayMarkers markers) {
    return new DayDrain(
        days, heartbeats, Topology.CHARGEBACKS, chargebacks::sendEverything, markers);
  }
}
