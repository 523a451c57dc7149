package io.openvpos.authorization.threeds.http;

import io.openvpos.authorization.threeds.page.PageAsset;
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

  @GetMapping("/3ds/page.js")
  ResponseEntity<String> script() {
    return asset(PageAsset.SCRIPT, MediaType.valueOf("text/javascript;charset=utf-8"));
  }

  @GetMapping("/3ds/page.css")
  ResponseEntity<String> style() {
    return asset(PageAsset.STYLE, MediaType.valueOf("text/css;charset=utf-8"));
  }

  private static ResponseEntity<String> asset(PageAsset asset, MediaType type) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(FRESH))
        .header("X-Content-Type-Options", "nosniff")
        .contentType(type)
        .body(asset.content());
  }
}
