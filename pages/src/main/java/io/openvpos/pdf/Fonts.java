package io.openvpos.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.openpdf.text.pdf.BaseFont;

/// Liberation Sans, embedded: a PDF's own fonts lack ğ, ı, İ and ş. Each document gets fonts of its
/// own, since they gather the letters that it uses.
public record Fonts(BaseFont regular, BaseFont bold) {

  private static final byte[] REGULAR = bytes("LiberationSans-Regular.ttf");
  private static final byte[] BOLD = bytes("LiberationSans-Bold.ttf");

  public static Fonts load() {
    return new Fonts(
        font("LiberationSans-Regular.ttf", REGULAR), font("LiberationSans-Bold.ttf", BOLD));
  }

  private static BaseFont font(String name, byte[] bytes) {
    try {
      return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream font = Fonts.class.getResourceAsStream("/liberation/" + name)) {
      if (font == null) {
        throw new IllegalStateException("no font " + name);
      }
      return font.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
