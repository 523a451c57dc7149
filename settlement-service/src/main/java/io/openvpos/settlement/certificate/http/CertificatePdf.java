package io.openvpos.settlement.certificate.http;

import io.openvpos.messaging.http.Messages;
import io.openvpos.money.Money;
import io.openvpos.pdf.PdfPaper;
import io.openvpos.settlement.certificate.domain.Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A certificate on paper: a rendering of its text for people. What counts is the text; its hash
/// stands on every page.
@Component
final class CertificatePdf {

  private static final int TITLE = 16;
  private static final int TEXT = 9;
  private static final float GAP = 8;

  private final Messages texts = new Messages(List.of("settlement-certificate"));

  /// The same certificate and language give the same bytes.
  byte[] write(Certificate certificate, Locale language) {
    JsonNode body = JsonMapper.shared().readTree(certificate.body());
    Locale shown = Locale.of(language.getLanguage().equals("tr") ? "tr" : "en");
    String title = text("title", shown);
    PdfPaper.Frame frame =
        new PdfPaper.Frame(
            title,
            "SHA-256 " + certificate.sha256(),
            shown.getLanguage(),
            Instant.parse(body.get("cut_off_at").asString()));
    return PdfPaper.write(frame, document -> content(document, body, title, shown));
  }

  private void content(Document document, JsonNode body, String title, Locale language) {
    String currency = body.get("currency").asString();
    document.add(spaced(title, PdfPaper.bold(TITLE)));
    PdfPTable head = table(1, 3);
    for (String key :
        List.of("day", "mode", "currency", "cut_off_at", "calendar_version", "previous")) {
      row(head, text(key, language), body.get(key).asString());
    }
    row(head, text("day_digest", language), body.get("day_digest").asString());
    document.add(head);
    document.add(spaced(text("chain", language), PdfPaper.bold(TEXT + 2)));
    document.add(chain(body, currency, language));
    document.add(spaced(text("accounts", language), PdfPaper.bold(TEXT + 2)));
    document.add(accounts(body.get("accounts"), currency, language));
    document.add(spaced(text("files", language), PdfPaper.bold(TEXT + 2)));
    PdfPTable files = table(2, 3);
    body.get("batches")
        .forEach(one -> row(files, one.get("id").asString(), one.get("digest").asString()));
    body.get("files")
        .forEach(one -> row(files, one.get("name").asString(), one.get("sha256").asString()));
    document.add(files);
  }

  private PdfPTable chain(JsonNode body, String currency, Locale language) {
    PdfPTable table = table(2, 1, 2);
    JsonNode authorized = body.get("authorized");
    if (authorized != null) {
      holds(table, authorized, currency, language);
    }
    long entries = 0;
    long debits = 0;
    for (JsonNode one : body.get("announced")) {
      entries += one.get("entries").asLong();
      debits += one.get("debits").asLong();
    }
    stage(table, text("announced", language), entries, amount(debits, currency));
    for (JsonNode type : body.get("posted").get("types")) {
      String name = text("type." + type.get("type").asString(), language);
      stage(table, name, type.get("count").asLong(), amount(type.get("gross").asLong(), currency));
    }
    JsonNode posted = body.get("posted");
    stage(
        table,
        text("posted", language),
        posted.get("entries").asLong(),
        amount(posted.get("debits").asLong(), currency));
    JsonNode settled = body.get("settled");
    for (String figure : List.of("gross", "commission", "tax", "net")) {
      stage(
          table,
          text("settled." + figure, language),
          settled.get("lines").asLong(),
          amount(settled.get(figure).asLong(), currency));
    }
    JsonNode paid = body.get("paid");
    stage(
        table,
        text("paid", language),
        paid.get("count").asLong(),
        amount(paid.get("amount").asLong(), currency));
    return table;
  }

  private void holds(PdfPTable table, JsonNode authorized, String currency, Locale language) {
    stage(
        table,
        text("authorized", language),
        authorized.get("count").asLong(),
        amount(authorized.get("amount").asLong(), currency));
    stage(
        table,
        text("captured", language),
        authorized.get("captures").asLong(),
        amount(authorized.get("captured").asLong(), currency));
    for (String member : List.of("given_up", "opening", "open")) {
      cell(table, text("holds." + member, language), PdfPaper.plain(TEXT), Element.ALIGN_LEFT);
      cell(table, "", PdfPaper.plain(TEXT), Element.ALIGN_RIGHT);
      String amount = amount(authorized.get(member).asLong(), currency);
      cell(table, amount, PdfPaper.plain(TEXT), Element.ALIGN_RIGHT);
    }
  }

  private PdfPTable accounts(JsonNode accounts, String currency, Locale language) {
    PdfPTable table = table(2, 1, 1, 1);
    for (String column : List.of("account", "opening", "day_movement", "balance")) {
      cell(table, text(column, language), PdfPaper.bold(TEXT), Element.ALIGN_LEFT);
    }
    table.setHeaderRows(1);
    for (JsonNode account : accounts) {
      String name = account.get("account").asString();
      cell(table, name, PdfPaper.plain(TEXT), Element.ALIGN_LEFT);
      for (String column : List.of("opening", "day", "balance")) {
        String amount = amount(account.get(column).asLong(), currency);
        cell(table, amount, PdfPaper.plain(TEXT), Element.ALIGN_RIGHT);
      }
    }
    return table;
  }

  private static void stage(PdfPTable table, String name, long count, String amount) {
    cell(table, name, PdfPaper.plain(TEXT), Element.ALIGN_LEFT);
    cell(table, String.valueOf(count), PdfPaper.plain(TEXT), Element.ALIGN_RIGHT);
    cell(table, amount, PdfPaper.plain(TEXT), Element.ALIGN_RIGHT);
  }

  private static String amount(long minorUnits, String currency) {
    return Money.of(minorUnits, currency).toDecimal() + " " + currency;
  }

  private String text(String key, Locale language) {
    return texts.text("certificate." + key, language);
  }

  private static Paragraph spaced(String text, Font font) {
    Paragraph paragraph = new Paragraph(text, font);
    paragraph.setSpacingAfter(GAP);
    return paragraph;
  }

  private static PdfPTable table(float... widths) {
    PdfPTable table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    table.setSpacingAfter(GAP);
    return table;
  }

  private static void row(PdfPTable table, String name, String value) {
    cell(table, name, PdfPaper.bold(TEXT), Element.ALIGN_LEFT);
    cell(table, value, PdfPaper.plain(TEXT), Element.ALIGN_LEFT);
  }

  private static void cell(PdfPTable table, String text, Font font, int alignment) {
    PdfPCell cell = new PdfPCell(new Paragraph(text, font));
    cell.setHorizontalAlignment(alignment);
    cell.setPadding(3);
    table.addCell(cell);
  }
}
