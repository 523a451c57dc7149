package io.openvpos.fraud.dashboard;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// How long rules take, from this instance's own measurements.
final class RuleTimes {

  private final MeterRegistry meters;

  RuleTimes(MeterRegistry meters) {
    this.meters = meters;
  }

  OptionalLong meanNanos(String version, String rule) {
    Timer timer = meters.find("fraud.rule.time").tag("rule", rule).tag("version", version).timer();
    return timer == null || timer.count() == 0
        ? OptionalLong.empty()
        : OptionalLong.of(Math.round(timer.mean(TimeUnit.NANOSECONDS)));
  }
}
