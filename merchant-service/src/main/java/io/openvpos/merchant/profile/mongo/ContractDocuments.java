package io.openvpos.merchant.profile.mongo;

import io.openvpos.merchant.contract.domain.BsmvTreatment;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.ContractVersion;
import io.openvpos.merchant.contract.domain.Fees;
import io.openvpos.merchant.contract.domain.PriceRow;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.bson.Document;

/// Contract versions as they stand in the merchant's document.
public final class ContractDocuments {

  private ContractDocuments() {}

  public static List<Document> write(ContractBook book) {
    return book.versions().stream().map(ContractDocuments::version).toList();
  }

  public static ContractBook read(List<Document> stored) {
    return new ContractBook(stored.stream().map(ContractDocuments::version).toList());
  }

  private static Document version(ContractVersion version) {
    ContractTerms terms = version.terms();
    Fees fees = terms.fees();
    return new Document("version", version.version())
        .append("from_day", version.fromDay().toString())
        .append("rows", terms.rows().stream().map(ContractDocuments::row).toList())
        .append("bsmv_basis_points", terms.bsmvBasisPoints())
        .append("bsmv", terms.bsmv().name().toLowerCase(Locale.ROOT))
        .append("commission_returned", terms.commissionReturned())
        .append("value_days", terms.valueDays())
        .append(
            "fees",
            new Document("refund", fees.refund())
                .append("chargeback", fees.chargeback())
                .append("chargeback_returned", fees.chargebackReturned()));
  }

  private static ContractVersion version(Document stored) {
    Document fees = stored.get("fees", Document.class);
    return new ContractVersion(
        stored.getInteger("version"),
        LocalDate.parse(stored.getString("from_day")),
        new ContractTerms(
            stored.getList("rows", Document.class).stream().map(ContractDocuments::row).toList(),
            stored.getInteger("bsmv_basis_points"),
            BsmvTreatment.valueOf(stored.getString("bsmv").toUpperCase(Locale.ROOT)),
            stored.getBoolean("commission_returned"),
            stored.getInteger("value_days"),
            new Fees(
                fees.getLong("refund"),
                fees.getLong("chargeback"),
                fees.getBoolean("chargeback_returned"))));
  }

  private static Document row(PriceRow row) {
    Currency currency = row.currency();
    return new Document("brand", row.brand())
        .append("card_class", row.cardClass())
        .append("currency", currency == null ? null : currency.getCurrencyCode())
        .append("min_installments", row.minInstallments())
        .append("max_installments", row.maxInstallments())
        .append("rate_basis_points", row.rateBasisPoints())
        .append("fixed_minor_units", row.fixedMinorUnits());
  }

  private static PriceRow row(Document stored) {
    String currency = stored.getString("currency");
    return new PriceRow(
        stored.getString("brand"),
        stored.getString("card_class"),
        currency == null ? null : Currency.getInstance(currency),
        stored.getInteger("min_installments"),
        stored.getInteger("max_installments"),
        stored.getInteger("rate_basis_points"),
        stored.getLong("fixed_minor_units"));
  }
}
