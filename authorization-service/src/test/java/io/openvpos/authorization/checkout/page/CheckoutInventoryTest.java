package io.openvpos.authorization.checkout.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The inventory of what the payment page runs (PCI DSS 6.4.3): every file with its digest, a
/// reason and who approved it. A change of a file is a change of the inventory, made on purpose:
/// `-Dinventory=write`.
final class CheckoutInventoryTest {

  private static final Path FOLDER = Path.of("src/main/resources/checkout");
  private static final Path INVENTORY = FOLDER.resolve("inventory.json");
  private static final JsonMapper JSON = new JsonMapper();

  private final CheckoutAssets assets = new CheckoutAssets();

  @Test
  void everyFileIsInTheInventoryWithItsDigest() throws IOException {
    JsonNode inventory = JSON.readTree(INVENTORY);
    for (JsonNode file : inventory.path("files")) {
      String served =
          file.path("kind").asString().equals("script")
              ? assets.script().integrity()
              : assets.style().integrity();
      if ("write".equals(System.getProperty("inventory"))) {
        ((ObjectNode) file).put("integrity", served);
      }
      assertThat(file.path("integrity").asString())
          .as("%s was changed: review it, then run with -Dinventory=write", file.path("name"))
          .isEqualTo(served);
      assertThat(file.path("reason").asString()).isNotBlank();
      assertThat(file.path("approved_by").asString()).isNotBlank();
    }
    if ("write".equals(System.getProperty("inventory"))) {
      Files.writeString(
          INVENTORY, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(inventory) + "\n");
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("checkout.js", "checkout.css", "inventory.json");
    }
  }

  @Test
  void thePageIsLight() {
    assertThat(assets.script().content().length() + assets.style().content().length())
        .isLessThan(40_000);
  }
}
