package io.openvpos.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/// A QR code (ISO/IEC 18004) as a picture, with the level that survives 15 % damage: it is printed
/// too.
public final class QrCode {

  /// Squares of white around it, as the standard asks for.
  private static final int MARGIN = 4;

  private QrCode() {}

  /// An SVG of no fixed size, black on white.
  ///
  /// @param text at most about 2,000 letters
  public static String svg(String text) {
    BitMatrix squares = squares(text);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < squares.getHeight(); y++) {
      for (int x = 0; x < squares.getWidth(); x++) {
        if (squares.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
            .formatted(squares.getWidth(), squares.getHeight())
        + " shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h%dv%dh-%dz\"/>"
            .formatted(squares.getWidth(), squares.getHeight(), squares.getWidth())
        + "<path d=\""
        + path
        + "\"/></svg>";
  }

  /// The same within a page, without an address of its own that could be kept or shared.
  public static String dataUri(String text) {
    return "data:image/svg+xml;base64,"
        + Base64.getEncoder().encodeToString(svg(text).getBytes(StandardCharsets.UTF_8));
  }

  private static BitMatrix squares(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.MARGIN, MARGIN,
                  EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M,
                  EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("more than a QR code holds", tooLong);
    }
  }
}
