package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Goal: the two shops of `play` are kept as long as the platform knows them, and no longer.
/// Method: the file is read again on the platform that it was made on, then with a merchant that no
/// platform ever had, as after `docker compose down -v`, which keeps the volume of the file.
@ExtendWith(RunningPlatform.class)
@OnChosenGround
class DemoMerchantsIT {

  private final Bank bank;

  DemoMerchantsIT(Bank bank) {
    this.bank = bank;
  }

  @Test
  void shopsOfAPlatformThatWasWipedAreMadeAnew(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("merchants.json");
    DemoMerchants made = open(file);

    assertThat(open(file)).isEqualTo(made);

    String unknown =
        Files.readString(file).replace(made.second().merchantId(), "mer_00000000000000000000");
    Files.writeString(file, unknown);
    DemoMerchants anew = open(file);

    assertThat(anew.first().merchantId()).isNotEqualTo(made.first().merchantId());
    assertThat(open(file)).isEqualTo(anew);
  }

  private DemoMerchants open(Path file) {
    return DemoMerchants.open(file, bank.platform().endpoints(), bank.platform().credentials());
  }
}
