package io.openvpos.authorization;

import io.openvpos.authorization.payment.HoldPeriods;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long uncaptured authorizations live; see [HoldPeriods].
@ConfigurationProperties("vpos.holds")
public record HoldSettings(@DefaultValue("7") int days, @DefaultValue List<Period> periods) {

  /// See [HoldPeriods.Period].
  public record Period(String brand, int days, @DefaultValue List<String> mccs) {}

  public HoldPeriods periodsOfSchemes() {
    return new HoldPeriods(
        days,
        periods.stream()
            .map(period -> new HoldPeriods.Period(period.brand(), period.days(), period.mccs()))
            .toList());
  }
}
