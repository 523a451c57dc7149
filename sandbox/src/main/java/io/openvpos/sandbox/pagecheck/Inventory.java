package io.openvpos.sandbox.pagecheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the payment page may load.
///
/// @param scripts file name to `sha384-…`
/// @param styles the same
public record Inventory(Map<String, String> scripts, Map<String, String> styles) {

  public Inventory {
    scripts = Map.copyOf(scripts);
    styles = Map.copyOf(styles);
  }

  /// The one in authorization-service's jar: of the release that this command came with.
  public static Inventory bundled() {
    try (InputStream in = Inventory.class.getResourceAsStream("/checkout/inventory.json")) {
      if (in == null) {
        throw new IllegalStateException("/checkout/inventory.json is not in the jar");
      }
      return read(new JsonMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Inventory read(JsonNode inventory) {
    Map<String, String> scripts = new LinkedHashMap<>();
    Map<String, String> styles = new LinkedHashMap<>();
    inventory
        .path("files")
        .forEach(file ->
            (file.path("kind").asString("").equals("script") ? scripts : styles)
                .put(file.path("name").asString(""), file.path("integrity").asString("")));
    return new Inventory(scripts, styles);
  }
}
