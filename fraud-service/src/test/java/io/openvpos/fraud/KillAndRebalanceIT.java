package io.openvpos.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.fraud.snapshots.Snapshots;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A scorer that is killed and comes back. Every question is answered, and every stored assessment
/// is the one that the log alone gives. `-Dkill.rounds=20` for longer.
class KillAndRebalanceIT {

  private static final int ROUNDS = Integer.getInteger("kill.rounds", 1);

  @Test
  void noAssessmentIsLostAndNoneIsScoredOnAnotherStateThanTheLogs(@TempDir Path folder)
      throws Exception {
    try (TwoScorers scorers =
        new TwoScorers(
            folder, "--vpos.fraud.snapshots.every=500ms", "--vpos.fraud.snapshots.piece=1KB")) {
      for (int round = 0; round < ROUNDS; round++) {
        scorers.awaitAsked(100);
        scorers.kill();
        scorers.awaitAsked(100);
        scorers.comeBack();
      }
      scorers.awaitAsked(100);
      scorers.verify();
      var recoveries = scorers.service.getBean(Snapshots.class).recoveries();
      System.out.printf("%d kills, recovered: %s%n", ROUNDS, recoveries);
      assertThat(recoveries.values())
          .anySatisfy(recovery -> assertThat(recovery.from()).isEqualTo("snapshot"));
    }
  }
}
