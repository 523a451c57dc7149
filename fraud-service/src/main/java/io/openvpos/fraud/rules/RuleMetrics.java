package io.openvpos.fraud.rules;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.openvpos.fraud.rules.judging.RuleDefinition;
import io.openvpos.fraud.rules.judging.RunnableSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// How often each rule matches and, of a sample, how long it takes. A payment asked about twice
/// counts twice.
final class RuleMetrics implements RunnableSet.Observer {

  private record Key(int version, String rule) {}

  private record Meters(Counter matches, Timer time) {}

  private final MeterRegistry registry;
  private final Map<Key, Meters> meters = new ConcurrentHashMap<>();

  RuleMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void ran(int version, RuleDefinition rule, boolean matched, long nanos) {
    if (!matched && nanos < 0) {
      return;
    }
    Meters of = meters.computeIfAbsent(new Key(version, rule.code()), this::meters);
    if (matched) {
      of.matches().increment();
    }
    if (nanos >= 0) {
      of.time().record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  private Meters meters(Key key) {
    String version = String.valueOf(key.version());
    return new Meters(
        Counter.builder("fraud.rule.matches")
            .description("payments that the rule matched")
            .tag("rule", key.rule())
            .tag("version", version)
            .register(registry),
        Timer.builder("fraud.rule.time")
            .description("time of the rule, of a sample")
            .tag("rule", key.rule())
            .tag("version", version)
            .register(registry));
  }
}
