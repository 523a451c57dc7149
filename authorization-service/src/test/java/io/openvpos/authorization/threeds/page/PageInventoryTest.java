package io.openvpos.authorization.threeds.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The inventory of what the pages of 3-D Secure run (PCI DSS 6.4.3), as that of the payment page.
/// A change of a file is a change of the inventory, made on purpose: `-Dinventory=write`.
final class PageInventoryTest {

  private static final Path FOLDER = Path.of("src/main/resources/threeds");
  private static final Path INVENTORY = FOLDER.resolve("inventory.json");
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void everyFileIsInTheInventoryWithItsDigest() throws IOException {
    JsonNode inventory = JSON.readTree(INVENTORY);
    boolean write = "write".equals(System.getProperty("inventory"));
    for (JsonNode file : inventory.path("files")) {
      String served =
          file.path("kind").asString().equals("script")
              ? PageAsset.SCRIPT.integrity()
              : PageAsset.STYLE.integrity();
      if (write) {
        ((ObjectNode) file).put("integrity", served);
      }
      assertThat(file.path("integrity").asString())
          .as("%s was changed: review it, then run with -Dinventory=write", file.path("name"))
          .isEqualTo(served);
      assertThat(file.path("reason").asString()).isNotBlank();
      assertThat(file.path("approved_by").asString()).isNotBlank();
    }
    if (write) {
      Files.writeString(
          INVENTORY, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(inventory) + "\n");
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("page.js", "page.css", "inventory.json");
    }
  }

  @Test
  void theScriptIsNamedByItsDigestAndNothingElseRuns() {
    BrowserPage page =
        new BrowserPage(200, "", Set.of("https://acs.test"), Set.of("https://acs.test"));

    assertThat(page.policy())
        .contains("script-src 'self' '" + PageAsset.SCRIPT.integrity() + "';")
        .contains("form-action 'self' https://acs.test")
        .endsWith("frame-src 'self' https://acs.test");
  }
}
