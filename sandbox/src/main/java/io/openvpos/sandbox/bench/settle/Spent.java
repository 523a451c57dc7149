package io.openvpos.sandbox.bench.settle;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/// Processor time by process. The machine may be busy with other things; this is not.
///
/// @param service settlement-service, with the little that the measurement itself needs
/// @param broker with the registry
record Spent(Duration service, Duration store, Duration broker) {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /// Up to now.
  static Spent on(Ground ground) {
    return new Spent(
        Duration.ofNanos(SYSTEM.getProcessCpuTime()), ground.ofStore(), ground.ofBroker());
  }

  Spent since(Spent before) {
    return new Spent(
        service.minus(before.service), store.minus(before.store), broker.minus(before.broker));
  }

  double seconds() {
    return service.plus(store).plus(broker).toNanos() / 1e9;
  }
}
