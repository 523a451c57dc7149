package io.openvpos.settlement.report.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ByteBuffer;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/// Writes short texts in one font of one document. The library looks up every letter's glyph and
/// width anew, several times; here it is asked once for each letter, on a scratch pad, by which it
/// also knows that the letter is to be embedded.
final class Glyphs {

  /// Letters beyond are always left to the library.
  private static final int LETTERS = 0x250;

  private static final int WIDTH_UNITS = 1_000;
  private static final byte[] SET_PLACE = "1 0 0 1 ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SHOW = ")Tj\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PLACED = " Tm (".getBytes(StandardCharsets.US_ASCII);

  /// Where a text stands, in points.
  ///
  /// @param x its left end, or its right one
  record Place(float x, float y, float width, boolean toTheRight) {}

  private final BaseFont font;
  private final PdfContentByte pad;
  private final byte[] @Nullable [] codes = new byte[LETTERS][];
  private final int[] widths = new int[LETTERS];
  private final byte[] digits = new byte[12];

  Glyphs(BaseFont font, PdfWriter writer) {
    this.font = font;
    pad = new PdfContentByte(writer);
  }

  /// Within a text object whose font and colour are set.
  void show(PdfContentByte canvas, String text, Place place, float size) {
    String fitting = fitting(text, place.width(), size);
    if (fitting.isEmpty()) {
      return;
    }
    float x = place.toTheRight() ? place.x() - width(fitting, size) : place.x();
    if (!fitting.chars().allMatch(letter -> letter < LETTERS)) {
      canvas.setTextMatrix(x, place.y());
      canvas.showText(fitting);
      return;
    }
    ByteBuffer out = canvas.getInternalBuffer();
    out.append(SET_PLACE);
    number(out, x);
    out.append((byte) ' ');
    number(out, place.y());
    out.append(PLACED);
    for (int at = 0; at < fitting.length(); at++) {
      out.append(code(fitting.charAt(at)));
    }
    out.append(SHOW);
  }

  /// What the library writes between parentheses.
  private byte[] code(char letter) {
    byte[] known = codes[letter];
    if (known != null) {
      return known;
    }
    pad.reset();
    pad.setFontAndSize(font, 1);
    pad.showText(String.valueOf(letter));
    byte[] written = pad.getInternalBuffer().toByteArray();
    int from = 0;
    while (written[from] != '(') {
      from++;
    }
    byte[] code = Arrays.copyOfRange(written, from + 1, written.length - SHOW.length);
    codes[letter] = code;
    return code;
  }

  private String fitting(String text, float width, float size) {
    if (width(text, size) <= width) {
      return text;
    }
    int length = text.length();
    float dots = width("…", size);
    while (length > 0 && width(text.substring(0, length), size) + dots > width) {
      length--;
    }
    return text.substring(0, length) + "…";
  }

  private float width(String text, float size) {
    long units = 0;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter >= LETTERS) {
        units += font.getWidth(letter);
      } else {
        if (widths[letter] == 0) {
          // One more, so that a letter without width is known too.
          widths[letter] = font.getWidth(letter) + 1;
        }
        units += widths[letter] - 1;
      }
    }
    return units * size / WIDTH_UNITS;
  }

  /// Two decimals, not negative.
  private void number(ByteBuffer out, float value) {
    int hundredths = Math.round(value * 100);
    int at = digits.length;
    digits[--at] = (byte) ('0' + hundredths % 10);
    digits[--at] = (byte) ('0' + hundredths / 10 % 10);
    digits[--at] = '.';
    int rest = hundredths / 100;
    do {
      digits[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    out.append(digits, at, digits.length - at);
  }
}
