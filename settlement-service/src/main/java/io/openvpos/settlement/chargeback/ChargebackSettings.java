package io.openvpos.settlement.chargeback;

import io.openvpos.settlement.chargeback.domain.Deadlines;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long a chargeback can be answered.
///
/// @param respondDays calendar days after the clearing day, by scheme
/// @param otherDays of a scheme that is not named
/// @param lookEvery how often cases that nobody answered are looked for
@ConfigurationProperties("vpos.chargebacks")
public record ChargebackSettings(
    @DefaultValue Map<String, Integer> respondDays,
    @DefaultValue("30") int otherDays,
    @DefaultValue("60s") Duration lookEvery) {

  Deadlines deadlines() {
    return new Deadlines(respondDays, otherDays);
  }
}
