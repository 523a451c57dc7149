package io.openvpos.sandbox.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.stream.Collectors;

/// What the figures were measured on.
///
/// @param load the machine's load average before anything starts: above 1 it is not quiet
public record Machine(
    int cores,
    long memoryMebibytes,
    long heapMebibytes,
    String jdk,
    String collector,
    double load) {

  private static final long MEBIBYTE = 1 << 20;

  /// This one, now.
  public static Machine here() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Runtime runtime = Runtime.getRuntime();
    return new Machine(
        runtime.availableProcessors(),
        system.getTotalMemorySize() / MEBIBYTE,
        runtime.maxMemory() / MEBIBYTE,
        Runtime.version().toString(),
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName)
            .collect(Collectors.joining(", ")),
        system.getSystemLoadAverage());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d cores, %d MB, heap %d MB, JDK %s (%s), load average %.1f",
        cores,
        memoryMebibytes,
        heapMebibytes,
        jdk,
        collector,
        load);
  }
}
