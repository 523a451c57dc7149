package io.openvpos.authorization.threeds.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// The one script or the one style of the pages. Pages name its digest, and a browser takes no
/// other file (SRI); the address has it too, so that no older one is kept.
///
/// @param integrity `sha384-` and the digest in Base64
public record PageAsset(String address, String integrity, String content) {

  private static final int SHOWN_BYTES = 8;

  public static final PageAsset SCRIPT = load("page.js");
  public static final PageAsset STYLE = load("page.css");

  private static PageAsset load(String name) {
    try (InputStream in = PageAsset.class.getResourceAsStream("/threeds/" + name)) {
      if (in == null) {
        throw new IllegalStateException("/threeds/" + name + " is missing");
      }
      byte[] bytes = in.readAllBytes();
      byte[] digest = MessageDigest.getInstance("SHA-384").digest(bytes);
      return new PageAsset(
          "/3ds/" + name + "?" + HexFormat.of().formatHex(digest, 0, SHOWN_BYTES),
          "sha384-" + Base64.getEncoder().encodeToString(digest),
          new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-384", absent);
    }
  }
}
