package io.openvpos.sandbox.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// Processor time that this process has used since a moment.
final class ProcessorTime {

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final long startNanos = System.nanoTime();
  private final long startCpu = system.getProcessCpuTime();

  private ProcessorTime() {}

  static ProcessorTime start() {
    return new ProcessorTime();
  }

  /// How many cores were kept busy on average.
  double cores() {
    long wall = Math.max(1, System.nanoTime() - startNanos);
    return (double) (system.getProcessCpuTime() - startCpu) / wall;
  }
}
