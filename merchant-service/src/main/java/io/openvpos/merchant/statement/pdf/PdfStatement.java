package io.openvpos.merchant.statement.pdf;

import static io.openvpos.merchant.statement.pdf.Sheet.LEFT;
import static io.openvpos.merchant.statement.pdf.Sheet.RIGHT;

import io.openvpos.merchant.statement.domain.Statement;
import io.openvpos.merchant.statement.domain.StatementLine;
import io.openvpos.messaging.http.Messages;
import io.openvpos.pdf.Fonts;
import io.openvpos.pdf.ReproduciblePdf;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfWriter;

/// Writes a statement into a file. The same statement in the same language is the same bytes.
public final class PdfStatement {

  private final Messages messages;

  public PdfStatement(Messages messages) {
    this.messages = messages;
  }

  /// Whose statement it is, as it stands at its top.
  public record Holder(String name, String merchantId) {}

  /// Writes all of it and closes the file.
  ///
  /// @param pages its lines, read once
  /// @param file made or overwritten
  public void write(
      Statement statement,
      Iterator<List<StatementLine>> pages,
      Holder holder,
      Locale language,
      Path file) {
    Words words = new Words(messages, language, statement);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        Document document = new Document(PageSize.A4.rotate())) {
      PdfWriter writer = PdfWriter.getInstance(document, out);
      ReproduciblePdf.date(writer, statement.period().to());
      document.addTitle(words.text("statement.title"));
      document.addSubject(holder.name());
      document.open();
      writer.setCloseStream(false);
      Sheet sheet = new Sheet(document, writer, Fonts.load(), words::pageOf);
      new StatementHead(sheet, words, statement).write(holder);
      new StatementTable(sheet, words, statement).write(pages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ReproduciblePdf.settle(file);
  }

  /// The width of a sheet between its margins, for those who lay it out.
  static float width() {
    return RIGHT - LEFT;
  }
}
