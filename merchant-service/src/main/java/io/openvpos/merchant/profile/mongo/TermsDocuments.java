package io.openvpos.merchant.profile.mongo;

import io.openvpos.merchant.contract.domain.BsmvTreatment;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.Fees;
import io.openvpos.merchant.contract.domain.PayoutPlan;
import io.openvpos.merchant.contract.domain.PayoutTerms;
import io.openvpos.merchant.contract.domain.PriceRow;
import io.openvpos.merchant.contract.domain.Reserve;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Contract terms as a document. What was written before plans, reserves, minimums and categories
/// could be agreed lacks their fields and reads as terms without them.
final class TermsDocuments {

  private TermsDocuments() {}

  static Document write(ContractTerms terms) {
    Fees fees = terms.fees();
    Reserve reserve = terms.reserve();
    return new Document("rows", terms.rows().stream().map(TermsDocuments::row).toList())
        .append("bsmv_basis_points", terms.bsmvBasisPoints())
        .append("bsmv", terms.bsmv().name().toLowerCase(Locale.ROOT))
        .append("commission_returned", terms.commissionReturned())
        .append("value_days", terms.payout().valueDays())
        .append("by_installment", terms.payout().byInstallment())
        .append(
            "fees",
            new Document("refund", fees.refund())
                .append("chargeback", fees.chargeback())
                .append("chargeback_returned", fees.chargebackReturned()))
        .append(
            "reserve",
            new Document("basis_points", reserve.basisPoints())
                .append("release_days", reserve.releaseDays()))
        .append("mcc", terms.mcc())
        .append("in_lira", terms.payoutTerms().inLira())
        .append("minimum_payout", new Document(new TreeMap<>(terms.payoutTerms().minimum())));
  }

  static ContractTerms read(Document stored) {
    Document fees = stored.get("fees", Document.class);
    return new ContractTerms(
        stored.getList("rows", Document.class).stream().map(TermsDocuments::row).toList(),
        stored.getInteger("bsmv_basis_points"),
        BsmvTreatment.valueOf(stored.getString("bsmv").toUpperCase(Locale.ROOT)),
        stored.getBoolean("commission_returned"),
        new PayoutPlan(stored.getInteger("value_days"), stored.getBoolean("by_installment", false)),
        new Fees(
            fees.getLong("refund"),
            fees.getLong("chargeback"),
            fees.getBoolean("chargeback_returned")),
        reserve(stored.get("reserve", Document.class)),
        stored.getString("mcc"),
        payoutTerms(stored));
  }

  private static PayoutTerms payoutTerms(Document stored) {
    Map<String, Long> minimum = new TreeMap<>();
    stored
        .get("minimum_payout", new Document())
        .forEach((currency, amount) -> minimum.put(currency, ((Number) amount).longValue()));
    return new PayoutTerms(stored.getBoolean("in_lira", false), minimum);
  }

  private static Reserve reserve(@Nullable Document stored) {
    return stored == null
        ? Reserve.NONE
        : new Reserve(stored.getInteger("basis_points"), stored.getInteger("release_days"));
  }

  private static Document row(PriceRow row) {
    Currency currency = row.currency();
    PayoutPlan plan = row.payout();
    return new Document("brand", row.brand())
        .append("card_class", row.cardClass())
        .append("currency", currency == null ? null : currency.getCurrencyCode())
        .append("mcc", row.mcc())
        .append("min_installments", row.minInstallments())
        .append("max_installments", row.maxInstallments())
        .append("rate_basis_points", row.rateBasisPoints())
        .append("fixed_minor_units", row.fixedMinorUnits())
        .append("minimum_minor_units", row.minimumMinorUnits())
        .append("value_days", plan == null ? null : plan.valueDays())
        .append("by_installment", plan == null ? null : plan.byInstallment());
  }

  private static PriceRow row(Document stored) {
    String currency = stored.getString("currency");
    Long minimum = stored.getLong("minimum_minor_units");
    Integer valueDays = stored.getInteger("value_days");
    return new PriceRow(
        stored.getString("brand"),
        stored.getString("card_class"),
        currency == null ? null : Currency.getInstance(currency),
        stored.getString("mcc"),
        stored.getInteger("min_installments"),
        stored.getInteger("max_installments"),
        stored.getInteger("rate_basis_points"),
        stored.getLong("fixed_minor_units"),
        minimum == null ? 0 : minimum,
        valueDays == null
            ? null
            : new PayoutPlan(valueDays, stored.getBoolean("by_installment", false)));
  }
}
