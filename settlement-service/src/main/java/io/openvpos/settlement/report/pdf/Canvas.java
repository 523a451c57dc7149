package io.openvpos.settlement.report.pdf;

import io.openvpos.pdf.Fonts;
import java.awt.Color;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/// A4 on its side, written from top to bottom. A page goes out when it is full.
final class Canvas {

  static final float LEFT = 36;
  static final float RIGHT = 806;
  private static final float TOP = 553;
  private static final float BOTTOM = 46;
  private static final float FOOT = 26;
  private static final float COUNT_WIDTH = 24;

  /// How a text looks.
  enum Style {
    TITLE(15, true, 0x10),
    STRONG(7, true, 0x10),
    PLAIN(7, false, 0x22),
    PALE(6.5f, false, 0x66);

    private final float size;
    private final boolean bold;
    private final Color color;

    Style(float size, boolean bold, int grey) {
      this.size = size;
      this.bold = bold;
      color = new Color(grey, grey, grey);
    }
  }

  private final Document document;
  private final PdfWriter writer;
  private final Fonts fonts;
  private final String foot;
  private final String page;
  private final PdfTemplate count;
  private final Glyphs regular;
  private final Glyphs bold;
  private float y = TOP;
  private int pages = 1;

  /// @param foot at the bottom of every page
  /// @param page the word before a page's number
  Canvas(Document document, PdfWriter writer, Fonts fonts, String foot, String page) {
    this.document = document;
    this.writer = writer;
    this.fonts = fonts;
    this.foot = foot;
    this.page = page;
    regular = new Glyphs(fonts.regular(), writer);
    bold = new Glyphs(fonts.bold(), writer);
    count = writer.getDirectContent().createTemplate(COUNT_WIDTH, Style.PALE.size * 2);
  }

  boolean hasRoomFor(float height) {
    return y - height >= BOTTOM;
  }

  void down(float by) {
    y -= by;
  }

  /// Begins a row of many texts in one style, which are written faster than one by one; between
  /// this and [#endRow] nothing but [#cell] is called.
  void beginRow(Style style) {
    PdfContentByte canvas = writer.getDirectContent();
    canvas.beginText();
    canvas.setFontAndSize(font(style), style.size);
    canvas.setColorFill(style.color);
  }

  /// From `x` on or up to it, cut to the width.
  void cell(String text, float x, float width, boolean toTheRight, Style style) {
    Glyphs glyphs = style.bold ? bold : regular;
    glyphs.show(
        writer.getDirectContent(), text, new Glyphs.Place(x, y, width, toTheRight), style.size);
  }

  void endRow() {
    writer.getDirectContent().endText();
  }

  /// From `x` on, cut to the width.
  void left(String text, float x, float width, Style style) {
    show(PdfContentByte.ALIGN_LEFT, fitting(text, width, style), x, y, style);
  }

  /// Up to `x`.
  void right(String text, float x, float width, Style style) {
    show(PdfContentByte.ALIGN_RIGHT, fitting(text, width, style), x, y, style);
  }

  /// A thin line a little under what is written.
  void rule() {
    PdfContentByte canvas = writer.getDirectContent();
    canvas.saveState();
    canvas.setColorStroke(new Color(0xc4, 0xc4, 0xc4));
    canvas.setLineWidth(0.5f);
    canvas.moveTo(LEFT, y - 4);
    canvas.lineTo(RIGHT, y - 4);
    canvas.stroke();
    canvas.restoreState();
  }

  void newPage() {
    writeFoot();
    document.newPage();
    pages++;
    y = TOP;
  }

  /// The last page's foot, and how many pages there are on all of them.
  void finish() {
    writeFoot();
    count.beginText();
    count.setFontAndSize(font(Style.PALE), Style.PALE.size);
    count.setColorFill(Style.PALE.color);
    count.setTextMatrix(0, 2);
    count.showText(String.valueOf(pages));
    count.endText();
  }

  private void writeFoot() {
    show(PdfContentByte.ALIGN_LEFT, foot, LEFT, FOOT, Style.PALE);
    float at = RIGHT - COUNT_WIDTH;
    show(PdfContentByte.ALIGN_RIGHT, page + " " + pages + " / ", at, FOOT, Style.PALE);
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
        && font(style).getWidthPoint(text.substring(0, length) + "…", style.size) > width) {
      length--;
    }
    return text.substring(0, length) + "…";
  }

  private BaseFont font(Style style) {
    return style.bold ? fonts.bold() : fonts.regular();
  }
}
