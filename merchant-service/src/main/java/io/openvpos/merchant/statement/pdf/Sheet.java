package io.openvpos.merchant.statement.pdf;

import io.openvpos.pdf.Fonts;
import java.awt.Color;
import java.util.function.IntFunction;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/// A4 on its side, written from top to bottom. Each page goes out when it is full; only the place
/// of the number of pages is kept until the end.
final class Sheet {

  static final float LEFT = 36;
  static final float RIGHT = 806;
  private static final float TOP = 553;
  private static final float BOTTOM = 46;
  private static final float FOOT = 26;
  private static final float COUNT_WIDTH = 18;
  private static final String CUT = "…";

  /// How a text looks.
  enum Style {
    TITLE(16, true, 0x10),
    STRONG(8.5f, true, 0x10),
    PLAIN(8, false, 0x22),
    PALE(7, false, 0x66);

    private final float size;
    private final boolean bold;
    private final Color color;

    Style(float size, boolean bold, int grey) {
      this.size = size;
      this.bold = bold;
      this.color = new Color(grey, grey, grey);
    }
  }

  private final Document document;
  private final PdfWriter writer;
  private final Fonts fonts;
  private final IntFunction<String> pageOf;
  private final PdfTemplate count;
  private float y = TOP;
  private int pages = 1;

  /// @param document open
  /// @param pageOf what stands before the number of pages, as `Page 3 / `
  Sheet(Document document, PdfWriter writer, Fonts fonts, IntFunction<String> pageOf) {
    this.document = document;
    this.writer = writer;
    this.fonts = fonts;
    this.pageOf = pageOf;
    this.count = writer.getDirectContent().createTemplate(COUNT_WIDTH, Style.PALE.size * 2);
  }

  /// Whether as much fits under what is written.
  boolean hasRoomFor(float height) {
    return y - height >= BOTTOM;
  }

  void down(float by) {
    y -= by;
  }

  float y() {
    return y;
  }

  void backTo(float height) {
    y = height;
  }

  /// From `x` on, cut to the width.
  void left(String text, float x, float width, Style style) {
    show(PdfContentByte.ALIGN_LEFT, fitting(text, width, style), x, y, style);
  }

  /// Up to `x`.
  void right(String text, float x, Style style) {
    show(PdfContentByte.ALIGN_RIGHT, text, x, y, style);
  }

  /// A thin line between the two, a little under what is written.
  void rule(float from, float to) {
    PdfContentByte canvas = writer.getDirectContent();
    canvas.saveState();
    canvas.setColorStroke(new Color(0xc4, 0xc4, 0xc4));
    canvas.setLineWidth(0.5f);
    canvas.moveTo(from, y - 4);
    canvas.lineTo(to, y - 4);
    canvas.stroke();
    canvas.restoreState();
  }

  /// A pale ground behind the row to be written.
  void shade(float from, float to, float height) {
    PdfContentByte canvas = writer.getDirectContent();
    canvas.saveState();
    canvas.setColorFill(new Color(0xf2, 0xf4, 0xf6));
    canvas.rectangle(from, y - 4, to - from, height);
    canvas.fill();
    canvas.restoreState();
  }

  void newPage(String foot) {
    writeFoot(foot);
    document.newPage();
    pages++;
    y = TOP;
  }

  /// The last page's foot, and how many pages there are on all of them.
  void finish(String foot) {
    writeFoot(foot);
    count.beginText();
    count.setFontAndSize(font(Style.PALE), Style.PALE.size);
    count.setColorFill(Style.PALE.color);
    count.setTextMatrix(0, 2);
    count.showText(String.valueOf(pages));
    count.endText();
  }

  private void writeFoot(String foot) {
    show(PdfContentByte.ALIGN_LEFT, foot, LEFT, FOOT, Style.PALE);
    float at = RIGHT - COUNT_WIDTH;
    show(PdfContentByte.ALIGN_RIGHT, pageOf.apply(pages), at, FOOT, Style.PALE);
    writer.getDirectContent().addTemplate(count, at, FOOT - 2);
  }

  private void show(int align, String text, float x, float at, Style style) {
    if (text.isEmpty()) {
      return;
    }
    PdfContentByte canvas = writer.getDirectContent();
    canvas.beginText();
    canvas.setFontAndSize(font(style), style.size);
    canvas.setColorFill(style.color);
    canvas.showTextAligned(align, text, x, at, 0);
    canvas.endText();
  }

  private String fitting(String text, float width, Style style) {
    if (font(style).getWidthPoint(text, style.size) <= width) {
      return text;
    }
    int length = text.length();
    while (length > 0
        && font(style).getWidthPoint(text.substring(0, length) + CUT, style.size) > width) {
      length--;
    }
    return text.substring(0, length) + CUT;
  }

  private BaseFont font(Style style) {
    return style.bold ? fonts.bold() : fonts.regular();
  }
}
