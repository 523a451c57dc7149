package io.openvpos.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QrCodeTest {

  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"");
  private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
  private static final int QUIET = 4;

  @ParameterizedTest
  @ValueSource(
      strings = {"https://pay.test/checkout/links/pl_0123456789abcdefghijklmnop", "Çiçekçi ₺"})
  void aReaderFindsTheText(String text) throws Exception {
    assertThat(new Decoder().decode(squares(QrCode.svg(text))).getText()).isEqualTo(text);
  }

  @Test
  void moreThanACodeHoldsIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> QrCode.svg("x".repeat(3_000)));
  }

  /// The squares within the white border.
  private static BitMatrix squares(String svg) {
    Matcher size = SIZE.matcher(svg);
    assertThat(size.find()).isTrue();
    BitMatrix squares = new BitMatrix(Integer.parseInt(size.group(1)) - 2 * QUIET);
    Matcher square = SQUARE.matcher(svg);
    while (square.find()) {
      squares.set(
          Integer.parseInt(square.group(1)) - QUIET, Integer.parseInt(square.group(2)) - QUIET);
    }
    return squares;
  }
}
