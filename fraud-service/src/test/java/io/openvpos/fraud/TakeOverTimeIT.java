package io.openvpos.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.fraud.assessment.PartitionStates.PartitionState;
import io.openvpos.fraud.snapshots.Snapshots;
import io.openvpos.fraud.snapshots.Snapshots.Recovery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How long a take-over lasts, from the assignment to the first question that can be answered,
/// without and with a standby; printed, not judged. `-Dfilled=1000000` questions were answered
/// before.
@EnabledIfSystemProperty(named = "filled", matches = "\\d+")
class TakeOverTimeIT {

  private static final int QUESTIONS_TO_THE_KILL = Integer.getInteger("kill.after", 9_000);
  private static final Duration SOON = Duration.ofMinutes(8);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void howLongATakeOverLasts(boolean standby, @TempDir Path folder) throws Exception {
    try (TwoScorers scorers =
        new TwoScorers(
            folder, Integer.getInteger("filled"), "--vpos.fraud.standby.enabled=" + standby)) {
      await()
          .atMost(SOON)
          .until(() -> scorers.owned().stream().allMatch(PartitionState::answering));
      scorers.awaitAsked(QUESTIONS_TO_THE_KILL);
      List<Integer> own = scorers.owned().stream().map(PartitionState::partition).toList();
      scorers.kill();
      Snapshots snapshots = scorers.service.getBean(Snapshots.class);
      await()
          .atMost(SOON)
          .until(() ->
              scorers.owned().size() == 4
                  && scorers.owned().stream().allMatch(PartitionState::answering));
      Map<String, Recovery> taken = new HashMap<>(snapshots.recoveries());
      taken.keySet().removeIf(source -> own.stream().anyMatch(each -> source.endsWith("-" + each)));
      assertThat(taken).isNotEmpty();
      System.out.printf(
          "take-over %s a standby: %s; all: %s%n",
          standby ? "with" : "without", taken, snapshots.recoveries());
    }
  }
}
