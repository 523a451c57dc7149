package io.openvpos.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.librepdf.openpdf.fonts.Liberation;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/// One A4 paper. Written twice from the same content it is the same bytes, see [ReproduciblePdf].
public final class PdfPaper {

  private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
  private static final float MARGIN = 48;
  private static final int SMALL = 8;

  private PdfPaper() {}

  /// What stands on every page and in the file's properties.
  ///
  /// @param footer at the bottom of each page, before the page's number
  /// @param at the date in the file's properties
  public record Frame(String title, String footer, String language, Instant at) {}

  /// Writes the content between the opening and the closing of the document.
  public static byte[] write(Frame frame, Consumer<Document> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
    PdfWriter writer = PdfWriter.getInstance(document, bytes);
    writer.setPageEvent(new Footer(frame.footer()));
    document.addTitle(frame.title());
    document.addProducer("open-vpos");
    document.setDocumentLanguage(frame.language());
    ReproduciblePdf.date(writer, LocalDate.ofInstant(frame.at(), ISTANBUL));
    document.open();
    content.accept(document);
    document.close();
    byte[] pdf = bytes.toByteArray();
    ReproduciblePdf.settle(ByteBuffer.wrap(pdf));
    return pdf;
  }

  public static Font plain(int size) {
    return font(Liberation.SANS, size);
  }

  public static Font bold(int size) {
    return font(Liberation.SANS_BOLD, size);
  }

  private static Font font(Liberation face, int size) {
    try {
      return face.create(size);
    } catch (IOException absent) {
      throw new UncheckedIOException("the fonts are in the class path", absent);
    }
  }

  private static final class Footer extends PdfPageEventHelper {

    private final String text;

    Footer(String text) {
      this.text = text;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
      ColumnText.showTextAligned(
          writer.getDirectContent(),
          Element.ALIGN_CENTER,
          new Phrase(text + " · " + writer.getPageNumber(), plain(SMALL)),
          (document.left() + document.right()) / 2,
          MARGIN / 2,
          0);
    }
  }
}
