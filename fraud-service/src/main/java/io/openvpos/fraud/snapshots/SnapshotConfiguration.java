package io.openvpos.fraud.snapshots;

import io.micrometer.core.instrument.MeterRegistry;
import io.openvpos.fraud.FraudSettings;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where snapshots go.
@Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {

  @Bean
  Snapshots snapshots(FraudSettings settings, MeterRegistry meters) {
    String folder = settings.snapshots().folder();
    return new Snapshots(
        folder.isBlank() ? null : new SnapshotFolder(Path.of(folder)),
        settings.snapshots().every(),
        meters);
  }
}
