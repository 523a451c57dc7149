package io.openvpos.merchant.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.librepdf.openpdf.fonts.Liberation;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/// One A4 paper. Written twice from the same content it is the same bytes: its dates are given, and
/// the random file id of the PDF's trailer is replaced by a digest of the content.
public final class PdfPaper {

  private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
  private static final float MARGIN = 48;
  private static final int SMALL = 8;

  /// `/ID [<32 hex digits><32 hex digits>]` in the trailer, as openpdf writes it.
  private static final Pattern FILE_ID =
      Pattern.compile("/ID\\s*\\[\\s*<([0-9a-f]{32})>\\s*<([0-9a-f]{32})>\\s*]");

  /// The random tag before the name of a font of which only the used letters are embedded.
  private static final Pattern FONT_TAG = Pattern.compile("[A-Z]{6}(?=\\+Liberation)");

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
    document.open();
    content.accept(document);
    PdfDate at = new PdfDate(GregorianCalendar.from(ZonedDateTime.ofInstant(frame.at(), ISTANBUL)));
    writer.getInfo().put(PdfName.CREATIONDATE, at);
    writer.getInfo().put(PdfName.MODDATE, at);
    document.close();
    return withContentId(bytes.toByteArray());
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

  /// Latin-1 keeps every byte as one letter, so places in the text are places in the file; the new
  /// id and tags are as long as the old ones.
  private static byte[] withContentId(byte[] pdf) {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    String blank = FILE_ID.matcher(withPlainTags(text)).replaceAll(PdfPaper::blank);
    String id = digest(blank.getBytes(StandardCharsets.ISO_8859_1));
    return FILE_ID
        .matcher(blank)
        .replaceAll(found -> found.group().replace(found.group(1), id))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /// AAAAAA, AAAAAB and so on, in the order in which the tags come.
  private static String withPlainTags(String text) {
    Map<String, String> plain = new LinkedHashMap<>();
    return FONT_TAG
        .matcher(text)
        .replaceAll(found ->
            plain.computeIfAbsent(found.group(), _ -> "AAAAA" + (char) ('A' + plain.size())));
  }

  private static String blank(MatchResult found) {
    String none = "0".repeat(found.group(1).length());
    return found.group().replace(found.group(1), none).replace(found.group(2), none);
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
          .substring(0, 32);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
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
