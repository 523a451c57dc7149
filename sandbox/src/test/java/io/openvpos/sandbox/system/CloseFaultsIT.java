package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.closefaults.CloseFaults;
import io.openvpos.sandbox.closefaults.Disturbance;
import io.openvpos.sandbox.ground.EmbeddedOnly;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Goal: a close killed with kill -9 on its way gives the files of the undisturbed one. Method: one
/// traded day is closed twice on copies of its data; in the second settlement-service is killed
/// while payouts are made and again while the day is certified. All failpoints are played by the
/// command `close-faults`. Minutes long, so it is asked for:
/// `-Dsurefire.extra-args=-Dclose.faults=true`.
@EmbeddedOnly("its data folder is copied")
@EnabledIfSystemProperty(named = "close.faults", matches = "true")
class CloseFaultsIT {

  @Test
  void aKilledCloseGivesTheSameFiles(@TempDir Path folder) {
    CloseFaults faults =
        new CloseFaults(folder.resolve("data"), new CloseFaults.Plan(24, 11), System.out);

    boolean same =
        faults.run(List.of(Disturbance.kill("pay.heads-stored", "certify.first-stored")));

    assertThat(same).isTrue();
  }
}
