package io.openvpos.authorization.checkout.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The page's script and style, out of the jar. Their address has their digest in it, so they are
/// kept for ever; pages name the digest too, and a browser takes no other file (SRI).
@RestController
final class CheckoutAssets {

  private static final String SCRIPT = "checkout.js";
  private static final String STYLE = "checkout.css";
  private static final int SHOWN_BYTES = 8;

  private final Map<String, Asset> assets =
      Stream.of(SCRIPT, STYLE).collect(Collectors.toMap(name -> name, CheckoutAssets::load));

  /// A file as pages refer to it.
  ///
  /// @param integrity `sha384-` and the digest in Base64
  public record Asset(String path, String integrity, String folder, String content) {}

  Asset script() {
    return asset(SCRIPT);
  }

  Asset style() {
    return asset(STYLE);
  }

  @GetMapping("/checkout/assets/{folder}/{name}")
  ResponseEntity<String> one(@PathVariable String folder, @PathVariable String name) {
    Asset asset = assets.get(name);
    if (asset == null || !asset.folder().equals(folder)) {
      return ResponseEntity.notFound().build();
    }
    String type = name.equals(SCRIPT) ? "text/javascript" : "text/css";
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type + ";charset=utf-8"))
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .body(asset.content());
  }

  private Asset asset(String name) {
    Asset asset = assets.get(name);
    if (asset == null) {
      throw new IllegalStateException(name + " was not loaded");
    }
    return asset;
  }

  private static Asset load(String name) {
    try (InputStream in = CheckoutAssets.class.getResourceAsStream("/checkout/" + name)) {
      if (in == null) {
        throw new IllegalStateException("/checkout/" + name + " is not in the jar");
      }
      byte[] bytes = in.readAllBytes();
      byte[] digest = MessageDigest.getInstance("SHA-384").digest(bytes);
      String folder = HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
      return new Asset(
          "/checkout/assets/" + folder + "/" + name,
          "sha384-" + Base64.getEncoder().encodeToString(digest),
          folder,
          new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-384", absent);
    }
  }
}
