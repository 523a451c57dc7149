package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.month.MonthOfTrade;
import io.openvpos.sandbox.month.MonthPlan;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Goal: what `month` proves of thirty days and five hundred merchants, on two days and a few.
@ExtendWith(RunningPlatform.class)
@OnChosenGround
class MonthIT {

  private static final long SEED = 5;

  private final Bank bank;

  MonthIT(Bank bank) {
    this.bank = bank;
  }

  @Test
  void everyFileOfTwoDaysIsReadBackAndEveryProofHolds(@TempDir Path folder) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    MonthPlan plan = new MonthPlan(2, 6, 40, SEED, 2);

    boolean good =
        new MonthOfTrade(bank.platform(), plan, new PrintStream(told, true, StandardCharsets.UTF_8))
            .run(folder);

    assertThat(good).as(told.toString(StandardCharsets.UTF_8)).isTrue();
  }
}
