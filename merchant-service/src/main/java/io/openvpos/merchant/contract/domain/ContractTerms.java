package io.openvpos.merchant.contract.domain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was agreed, without the days it holds for. Never changes once it is part of a version.
///
/// Every number has an upper bound too: what is agreed here is computed with for every sale of the
/// merchant and counted on in a bank calendar that ends somewhere, so one absurd figure would stop
/// a partition or the close of a day for everybody.
///
/// @param rows at most [#MAX_ROWS], the most specific first
/// @param bsmvBasisPoints the banking tax on the commission, in hundredths of a percent, at most
///   [#MAX_BSMV_BASIS_POINTS]
/// @param commissionReturned whether a refund gives the commission back in proportion
/// @param payout when sales are paid whose row says nothing else
/// @param mcc the merchant's category when this was agreed, ISO 18245. Frozen, so that a price
///   depends on nothing that may change; null in terms from before rows could name one
/// @param payoutTerms in which currency and from which amount on
public record ContractTerms(
    List<PriceRow> rows,
    int bsmvBasisPoints,
    BsmvTreatment bsmv,
    boolean commissionReturned,
    PayoutPlan payout,
    Fees fees,
    Reserve reserve,
    @Nullable String mcc,
    PayoutTerms payoutTerms) {

  /// Brand, class, currency and instalments, each split as finely as anybody does.
  public static final int MAX_ROWS = 200;

  /// Ten times the tax of today.
  public static final int MAX_BSMV_BASIS_POINTS = 5_000;

  private static final int CARD_RATE_BASIS_POINTS = 100;

  public ContractTerms {
    // The sort is stable: of the same row twice, which old contracts may have, the first wins.
    rows = rows.stream().sorted(PriceRow.MOST_SPECIFIC_FIRST).toList();
    if (rows.isEmpty() || rows.size() > MAX_ROWS) {
      throw new IllegalArgumentException("terms have 1 to " + MAX_ROWS + " rows");
    }
    if (bsmvBasisPoints < 0 || bsmvBasisPoints > MAX_BSMV_BASIS_POINTS) {
      throw new IllegalArgumentException("a tax rate of " + bsmvBasisPoints + " basis points");
    }
  }

  /// Terms that pay each sale in its own currency, any amount.
  public ContractTerms(
      List<PriceRow> rows,
      int bsmvBasisPoints,
      BsmvTreatment bsmv,
      boolean commissionReturned,
      PayoutPlan payout,
      Fees fees,
      Reserve reserve,
      @Nullable String mcc) {
    this(
        rows,
        bsmvBasisPoints,
        bsmv,
        commissionReturned,
        payout,
        fees,
        reserve,
        mcc,
        PayoutTerms.OWN_CURRENCY);
  }

  /// Terms that pay everything at once and hold nothing back.
  public ContractTerms(
      List<PriceRow> rows,
      int bsmvBasisPoints,
      BsmvTreatment bsmv,
      boolean commissionReturned,
      int valueDays,
      Fees fees) {
    this(
        rows,
        bsmvBasisPoints,
        bsmv,
        commissionReturned,
        PayoutPlan.afterDays(valueDays),
        fees,
        Reserve.NONE,
        null);
  }

  /// What the sandbox's merchants agree to: credit cards 2.00 % single shot, 2.50 % for 2 to 6 and
  /// 3.20 % for 7 to 12 instalments; debit and prepaid cards 1.00 %, below the central bank's
  /// ceiling; BSMV 5 % on top, commission returned on refund, paid on the next day.
  public static ContractTerms demo() {
    return new ContractTerms(
        List.of(
            PriceRow.forInstallments(1, 1, 200),
            PriceRow.forInstallments(2, 6, 250),
            PriceRow.forInstallments(7, PriceRow.MAX_INSTALLMENTS, 320),
            PriceRow.forClass("debit", CARD_RATE_BASIS_POINTS),
            PriceRow.forClass("prepaid", CARD_RATE_BASIS_POINTS)),
        500,
        BsmvTreatment.ON_TOP,
        true,
        1,
        Fees.none());
  }

  /// The same, agreed with a merchant of the category.
  public ContractTerms forCategory(@Nullable String category) {
    return new ContractTerms(
        rows,
        bsmvBasisPoints,
        bsmv,
        commissionReturned,
        payout,
        fees,
        reserve,
        category,
        payoutTerms);
  }

  /// The same, paid out otherwise.
  public ContractTerms paidBy(PayoutTerms terms) {
    return new ContractTerms(
        rows, bsmvBasisPoints, bsmv, commissionReturned, payout, fees, reserve, mcc, terms);
  }

  /// Calendar days until sales are paid whose row says nothing else.
  public int valueDays() {
    return payout.valueDays();
  }

  /// The most specific row for the sale. None is a broken contract: every sale has a price.
  public PriceRow rowFor(SaleTerms sale) {
    return rows.stream()
        .filter(row -> row.matches(sale, mcc))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no price row for " + sale));
  }

  /// When the sale is paid.
  public PayoutPlan payoutOf(SaleTerms sale) {
    return planOf(rowFor(sale));
  }

  /// When the sales of a row are paid.
  public PayoutPlan planOf(PriceRow row) {
    return Objects.requireNonNullElse(row.payout(), payout);
  }

  /// Whether every brand, class and currency has a price for each number of instalments.
  public boolean complete() {
    for (int count = 1; count <= PriceRow.MAX_INSTALLMENTS; count++) {
      int installments = count;
      boolean priced =
          rows.stream()
              .filter(row -> row.specificity() == 0)
              .anyMatch(row ->
                  row.minInstallments() <= installments && installments <= row.maxInstallments());
      if (!priced) {
        return false;
      }
    }
    return true;
  }
}
