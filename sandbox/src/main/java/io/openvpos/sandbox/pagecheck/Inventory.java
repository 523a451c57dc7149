package io.openvpos.sandbox.pagecheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a page on the way of a payment may load.
///
/// @param scripts file name to `sha384-…`
/// @param styles the same
/// @param frames whether the page has a frame, empty at first, in which an issuer may look at the
///   browser
public record Inventory(Map<String, String> scripts, Map<String, String> styles, boolean frames) {

  private static final String CHECKOUT = "/checkout/inventory.json";
  private static final String THREE_D_SECURE = "/threeds/inventory.json";

  public Inventory {
    scripts = Map.copyOf(scripts);
    styles = Map.copyOf(styles);
  }

  /// The one in authorization-service's jar: of the release that this command came with.
  ///
  /// @param path of the page
  public static Inventory bundled(String path) {
    String name = path.startsWith("/3ds/") ? THREE_D_SECURE : CHECKOUT;
    try (InputStream in = Inventory.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar");
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
    return new Inventory(scripts, styles, inventory.path("frames").asBoolean(false));
  }
}
