package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.SandboxEnv;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Goal: every command of the README's tour works as it stands there. Method: the `sh` blocks are
/// taken from the file and run by a shell, one after another; those that start Maven are what runs
/// this test.
@ExtendWith(RunningPlatform.class)
@OnChosenGround
class ReadmeIT {

  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  private final Bank bank;

  ReadmeIT(Bank bank) {
    this.bank = bank;
  }

  @Test
  void theTourWorks(@TempDir Path folder) throws Exception {
    List<String> blocks = blocks();
    String tour =
        "set -e\n"
            + String.join(
                "\n", blocks.stream().filter(block -> !block.startsWith("mvn ")).toList());
    environment().write(folder.resolve("sandbox/target/sandbox.env"));

    Process shell =
        new ProcessBuilder("bash", "-c", tour)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(shell.waitFor()).as(said).isZero();
    assertThat(said)
        .contains("\"status\":\"captured\"")
        .contains("\"object\":\"refund\"")
        .contains("\"object\":\"checkout_session\"")
        .contains("\"object\":\"payment_link\"")
        .contains("\"secret\":\"whsec_")
        .contains("\"pending\":")
        .contains("\"digest\":");
  }

  @Test
  void theFirstTwoBlocksAreTheTwoCommands() throws Exception {
    List<String> blocks = blocks();

    assertThat(blocks.get(0).strip()).startsWith("mvn ").doesNotContain("\n");
    assertThat(blocks.get(1).strip()).isEqualTo("mvn verify");
  }

  private SandboxEnv environment() {
    DemoMerchants merchants =
        new DemoMerchants(bank.newShop("Tur Kitabevi"), bank.newShop("Tur Kafe"));
    return new SandboxEnv(
        merchants,
        bank.platform().credentials(),
        bank.days().open(),
        bank.platform().endpoints(),
        bank.platform().demoShop(),
        1);
  }

  private static List<String> blocks() throws Exception {
    Path here = Path.of("").toAbsolutePath();
    Path readme = here.resolve("README.md");
    Matcher matcher =
        BLOCK.matcher(
            Files.readString(Files.exists(readme) ? readme : here.resolveSibling("README.md")));
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
