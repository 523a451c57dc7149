package io.openvpos.merchant.contract.request;

import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.PayoutPlan;
import io.openvpos.merchant.contract.domain.PriceRow;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Contract terms as shown: the fields of [TermsRequest], and the category they were agreed with.
public record TermsAnswer(
    List<RowAnswer> rows,
    int bsmvBasisPoints,
    String bsmv,
    boolean commissionReturned,
    int valueDays,
    boolean byInstallment,
    FeesAnswer fees,
    ReserveAnswer reserve,
    @Nullable String mcc,
    String settlementCurrency,
    Map<String, Long> minimumPayout) {

  public static TermsAnswer of(ContractTerms terms) {
    return new TermsAnswer(
        terms.rows().stream().map(RowAnswer::of).toList(),
        terms.bsmvBasisPoints(),
        terms.bsmv().name().toLowerCase(Locale.ROOT),
        terms.commissionReturned(),
        terms.payout().valueDays(),
        terms.payout().byInstallment(),
        new FeesAnswer(
            terms.fees().refund(), terms.fees().chargeback(), terms.fees().chargebackReturned()),
        new ReserveAnswer(terms.reserve().basisPoints(), terms.reserve().releaseDays()),
        terms.mcc(),
        terms.payoutTerms().inLira() ? "TRY" : "sale",
        terms.payoutTerms().minimum());
  }

  /// One price; an absent criterion matches everything, an absent plan is that of the terms.
  public record RowAnswer(
      @Nullable String brand,
      @Nullable String cardClass,
      @Nullable String currency,
      @Nullable String mcc,
      int minInstallments,
      int maxInstallments,
      int rateBasisPoints,
      long fixedMinorUnits,
      long minimumMinorUnits,
      @Nullable Integer valueDays,
      @Nullable Boolean byInstallment) {

    public static RowAnswer of(PriceRow row) {
      Currency currency = row.currency();
      PayoutPlan plan = row.payout();
      return new RowAnswer(
          row.brand(),
          row.cardClass(),
          currency == null ? null : currency.getCurrencyCode(),
          row.mcc(),
          row.minInstallments(),
          row.maxInstallments(),
          row.rateBasisPoints(),
          row.fixedMinorUnits(),
          row.minimumMinorUnits(),
          plan == null ? null : plan.valueDays(),
          plan == null ? null : plan.byInstallment());
    }
  }

  /// In minor units, without tax.
  public record FeesAnswer(long refund, long chargeback, boolean chargebackReturned) {}

  /// Of a batch's positive net.
  public record ReserveAnswer(int basisPoints, int releaseDays) {}
}
