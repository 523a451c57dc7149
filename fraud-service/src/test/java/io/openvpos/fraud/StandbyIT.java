package io.openvpos.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.openvpos.fraud.snapshots.Snapshots;
import io.openvpos.fraud.snapshots.Snapshots.Recovery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A scorer is killed under load, and the one that stood by goes on with the states it kept.
class StandbyIT {

  private static final Duration SOON = Duration.ofMinutes(3);
  private static final int PARTITIONS = 4;

  @Test
  void whoStandsByTakesTheStatesOfTheKilledOverAsTheLogGivesThem(@TempDir Path folder)
      throws Exception {
    try (TwoScorers scorers =
        new TwoScorers(
            folder,
            "--vpos.fraud.snapshots.every=500ms",
            "--vpos.fraud.snapshots.piece=1KB",
            "--vpos.fraud.standby.enabled=true")) {
      MeterRegistry meters = scorers.service.getBean(MeterRegistry.class);
      scorers.awaitAsked(50);
      Gauge kept = meters.get("fraud.standby.partitions").gauge();
      List<Integer> own = new ArrayList<>();
      await()
          .atMost(SOON)
          .until(() -> {
            own.clear();
            scorers.owned().forEach(each -> own.add(each.partition()));
            return own.size() < PARTITIONS && kept.value() == PARTITIONS - own.size();
          });
      scorers.awaitAsked(100);
      scorers.kill();
      scorers.awaitAsked(50);
      scorers.verify();

      Map<String, Recovery> recoveries = scorers.service.getBean(Snapshots.class).recoveries();
      System.out.printf("all but %s are taken over; recovered: %s%n", own, recoveries);
      assertThat(scorers.owned()).hasSize(PARTITIONS);
      recoveries.forEach((source, recovery) -> {
        if (own.stream().noneMatch(each -> source.endsWith("-" + each))) {
          assertThat(recovery.from()).as(source).isEqualTo("standby");
        }
      });
      assertThat(meters.find("fraud.standby.failures").counter()).isNull();
    }
  }
}
