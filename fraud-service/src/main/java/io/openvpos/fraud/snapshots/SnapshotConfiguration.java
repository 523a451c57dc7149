package io.openvpos.fraud.snapshots;

import io.micrometer.core.instrument.MeterRegistry;
import io.openvpos.fraud.FraudSettings;
import io.openvpos.fraud.FraudSettings.SnapshotSettings;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where snapshots go.
@Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {

  @Bean
  Snapshots snapshots(FraudSettings settings, MeterRegistry meters) {
    SnapshotSettings wanted = settings.snapshots();
    return new Snapshots(
        wanted.folder().isBlank() ? null : new SnapshotFolder(Path.of(wanted.folder())),
        wanted.every(),
        wanted.piece(),
        meters);
  }
}
