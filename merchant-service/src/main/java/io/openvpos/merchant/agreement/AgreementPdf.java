package io.openvpos.merchant.agreement;

import io.openvpos.merchant.contract.domain.BsmvTreatment;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.PayoutPlan;
import io.openvpos.merchant.contract.domain.PriceRow;
import io.openvpos.messaging.http.Messages;
import io.openvpos.pdf.PdfPaper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.springframework.stereotype.Component;

/// Writes the agreement: who, the clauses of `merchant-agreement_*.properties`, and the price list.
/// The text is a model for counsel to replace, not legal advice.
@Component
public final class AgreementPdf {

  private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
  private static final int CLAUSES = 12;
  private static final int TITLE = 16;
  private static final int TEXT = 10;
  private static final float GAP = 6;
  private static final float PADDING = 4;

  private final Messages texts = new Messages(List.of("merchant-agreement"));

  /// The same arguments give the same bytes.
  ///
  /// @param at when it was released
  public byte[] write(AgreementParty party, ContractTerms terms, Locale language, Instant at) {
    String title = text("title", language);
    PdfPaper.Frame frame =
        new PdfPaper.Frame(title, title + " · " + party.reference(), language.getLanguage(), at);
    return PdfPaper.write(
        frame,
        document -> {
          document.add(spaced(title, PdfPaper.bold(TITLE)));
          document.add(spaced(text("date", language, date(at, language)), PdfPaper.plain(TEXT)));
          document.add(parties(party, language));
          clauses(document, party, language);
          document.add(spaced(text("prices", language), PdfPaper.bold(TEXT + 2)));
          document.add(prices(terms, language));
          conditions(document, terms, language);
        });
  }

  private PdfPTable parties(AgreementParty party, Locale language) {
    PdfPTable table = table(1, 3);
    row(table, text("party.reference", language), party.reference());
    row(table, text("party.title", language), party.title());
    row(table, text("party.tax", language), party.taxNumber() + " · " + party.taxOffice());
    row(table, text("party.address", language), party.address());
    row(table, text("party.contact", language), party.contact());
    row(table, text("party.site", language), party.site());
    row(table, text("party.iban", language), party.iban());
    row(table, text("party.mcc", language), party.mcc());
    return table;
  }

  private void clauses(Document document, AgreementParty party, Locale language) {
    for (int number = 1; number <= CLAUSES; number++) {
      String key = "clause." + number;
      document.add(spaced(number + ". " + text(key + ".title", language), PdfPaper.bold(TEXT)));
      document.add(spaced(text(key + ".text", language), PdfPaper.plain(TEXT)));
    }
    String pages = party.hostedPageOnly() ? "hosted_page.only" : "hosted_page.own";
    document.add(spaced(text(pages, language), PdfPaper.plain(TEXT)));
  }

  private PdfPTable prices(ContractTerms terms, Locale language) {
    PdfPTable table = table(2, 3, 2, 2, 2, 2, 2);
    for (String column :
        List.of("brand", "class", "currency", "installments", "rate", "fixed", "payout")) {
      cell(table, text("column." + column, language), PdfPaper.bold(TEXT));
    }
    table.setHeaderRows(1);
    for (PriceRow row : terms.rows()) {
      cell(table, named("brand", row.brand(), language), PdfPaper.plain(TEXT));
      cell(table, named("class", row.cardClass(), language), PdfPaper.plain(TEXT));
      cell(
          table,
          row.currency() == null ? text("any", language) : String.valueOf(row.currency()),
          PdfPaper.plain(TEXT));
      cell(table, installments(row), PdfPaper.plain(TEXT));
      cell(table, percent(row.rateBasisPoints(), language), PdfPaper.plain(TEXT));
      cell(table, fixed(row, language), PdfPaper.plain(TEXT));
      cell(table, payout(terms.planOf(row), language), PdfPaper.plain(TEXT));
    }
    return table;
  }

  private void conditions(Document document, ContractTerms terms, Locale language) {
    String tax = terms.bsmv() == BsmvTreatment.ON_TOP ? "bsmv.on_top" : "bsmv.inside";
    for (String line :
        List.of(
            text(tax, language, percent(terms.bsmvBasisPoints(), language)),
            text(terms.commissionReturned() ? "refund.returned" : "refund.kept", language),
            text("payout", language),
            text(terms.payoutTerms().inLira() ? "currency.lira" : "currency.sale", language),
            least(terms, language),
            reserve(terms, language),
            text("fee.refund", language, amount(terms.fees().refund(), language)),
            text("fee.chargeback", language, amount(terms.fees().chargeback(), language)))) {
      document.add(spaced("· " + line, PdfPaper.plain(TEXT)));
    }
  }

  private String fixed(PriceRow row, Locale language) {
    String fixed = amount(row.fixedMinorUnits(), language);
    return row.minimumMinorUnits() == 0
        ? fixed
        : fixed + " · " + text("minimum", language, amount(row.minimumMinorUnits(), language));
  }

  private String payout(PayoutPlan plan, Locale language) {
    String days = text("value_days", language, plan.valueDays());
    return plan.byInstallment() ? days + " · " + text("by_installment", language) : days;
  }

  /// The least that is paid out, in each currency that has one.
  private String least(ContractTerms terms, Locale language) {
    String amounts =
        terms.payoutTerms().minimum().entrySet().stream()
            .filter(least -> least.getValue() > 0)
            .map(least -> amount(least.getValue(), language) + " " + least.getKey())
            .collect(Collectors.joining(", "));
    return amounts.isEmpty()
        ? text("payout.any", language)
        : text("payout.minimum", language, amounts);
  }

  private String reserve(ContractTerms terms, Locale language) {
    return terms.reserve().basisPoints() == 0
        ? text("reserve.none", language)
        : text(
            "reserve",
            language,
            percent(terms.reserve().basisPoints(), language),
            terms.reserve().releaseDays());
  }

  private static String installments(PriceRow row) {
    return row.minInstallments() == row.maxInstallments()
        ? String.valueOf(row.minInstallments())
        : row.minInstallments() + "–" + row.maxInstallments();
  }

  /// The word for a brand or a class, or that it may be any.
  private String named(String kind, @Nullable String code, Locale language) {
    return code == null ? text("any", language) : text(kind + "." + code, language);
  }

  /// 250 basis points as `% 2,50` or `2.50 %`.
  private static String percent(int basisPoints, Locale language) {
    String number = decimal(basisPoints, language);
    return language.getLanguage().equals("tr") ? "%" + number : number + "%";
  }

  private static String amount(long minorUnits, Locale language) {
    return decimal(minorUnits, language);
  }

  private static String decimal(long hundredths, Locale language) {
    return String.format(language, "%,.2f", BigDecimal.valueOf(hundredths, 2));
  }

  private static String date(Instant at, Locale language) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language)
        .format(at.atZone(ISTANBUL));
  }

  private String text(String key, Locale language, Object... values) {
    return texts.text("agreement." + key, language, values);
  }

  private static Paragraph spaced(String text, Font font) {
    Paragraph paragraph = new Paragraph(text, font);
    paragraph.setSpacingAfter(GAP);
    return paragraph;
  }

  private static PdfPTable table(float... widths) {
    PdfPTable table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    table.setSpacingBefore(GAP);
    table.setSpacingAfter(GAP);
    return table;
  }

  private static void row(PdfPTable table, String name, String value) {
    cell(table, name, PdfPaper.bold(TEXT));
    cell(table, value, PdfPaper.plain(TEXT));
  }

  private static void cell(PdfPTable table, String text, Font font) {
    PdfPCell cell = new PdfPCell(new Paragraph(text, font));
    cell.setPadding(PADDING);
    table.addCell(cell);
  }
}
