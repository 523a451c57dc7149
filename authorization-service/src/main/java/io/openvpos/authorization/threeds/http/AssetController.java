package io.openvpos.authorization.threeds.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The one script and the one style of the pages.
@RestController
final class AssetController {

  private static final Duration FRESH = Duration.ofMinutes(10);

  private final byte[] script = read("/threeds/page.js");
  private final byte[] style = read("/threeds/page.css");

  @GetMapping("/3ds/page.js")
  ResponseEntity<byte[]> script() {
    return asset(script, MediaType.valueOf("text/javascript;charset=utf-8"));
  }

  @GetMapping("/3ds/page.css")
  ResponseEntity<byte[]> style() {
    return asset(style, MediaType.valueOf("text/css;charset=utf-8"));
  }

  private static ResponseEntity<byte[]> asset(byte[] bytes, MediaType type) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(FRESH))
        .header("X-Content-Type-Options", "nosniff")
        .contentType(type)
        .body(bytes);
  }

  private static byte[] read(String name) {
    try (InputStream in = AssetController.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
