package io.openvpos.merchant.staff.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/// The picture that an authenticator app reads, as a `data:` address of an SVG: it holds the
/// secret, so it has no address of its own that could be kept or shared.
final class QrImage {

  private static final int MARGIN = 2;

  private QrImage() {}

  static String appLink(String email, String secret) {
    String label =
        URLEncoder.encode("Open VPOS:" + email, StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/" + label + "?secret=" + secret + "&issuer=Open%20VPOS";
  }

  static String dataUri(String text) {
    String svg = svg(text);
    return "data:image/svg+xml;base64,"
        + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
  }

  private static String svg(String text) {
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
        + " shape-rendering=\"crispEdges\"><path d=\""
        + path
        + "\"/></svg>";
  }

  private static BitMatrix squares(String text) {
    try {
      return new QRCodeWriter()
          .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, MARGIN));
    } catch (WriterException tooLong) {
      throw new IllegalStateException("an app link fits a QR code", tooLong);
    }
  }
}
