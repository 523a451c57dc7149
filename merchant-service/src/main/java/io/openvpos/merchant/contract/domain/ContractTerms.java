package io.openvpos.merchant.contract.domain;

import java.util.Comparator;
import java.util.List;

/// What was agreed, without the days it holds for. Never changes once it is part of a version.
///
/// Every number has an upper bound too: what is agreed here is computed with for every sale of the
/// merchant and counted on in a bank calendar that ends somewhere, so one absurd figure would stop
/// a partition or the close of a day for everybody.
///
/// @param rows at most [#MAX_ROWS]
/// @param bsmvBasisPoints the banking tax on the commission, in hundredths of a percent, at most
///   [#MAX_BSMV_BASIS_POINTS]
/// @param commissionReturned whether a refund gives the commission back in proportion
/// @param valueDays calendar days from the business day to the value date, 1 to [#MAX_VALUE_DAYS]
public record ContractTerms(
    List<PriceRow> rows,
    int bsmvBasisPoints,
    BsmvTreatment bsmv,
    boolean commissionReturned,
    int valueDays,
    Fees fees) {

  /// Brand, class, currency and instalments, each split as finely as anybody does.
  public static final int MAX_ROWS = 200;

  /// Ten times the tax of today.
  public static final int MAX_BSMV_BASIS_POINTS = 5_000;

  /// A quarter: no acquirer keeps a shop's money longer, and the calendar tables reach years ahead.
  public static final int MAX_VALUE_DAYS = 90;

  private static final Comparator<PriceRow> MOST_SPECIFIC_FIRST =
      Comparator.comparingInt(PriceRow::specificity).reversed().thenComparingInt(PriceRow::width);

  public ContractTerms {
    // The sort is stable, so of two rows of equal rank the one written first wins.
    rows = rows.stream().sorted(MOST_SPECIFIC_FIRST).toList();
    if (rows.isEmpty() || rows.size() > MAX_ROWS) {
      throw new IllegalArgumentException("terms have 1 to " + MAX_ROWS + " rows");
    }
    if (valueDays < 1 || valueDays > MAX_VALUE_DAYS) {
      throw new IllegalArgumentException("terms have 1 to " + MAX_VALUE_DAYS + " value days");
    }
    if (bsmvBasisPoints < 0 || bsmvBasisPoints > MAX_BSMV_BASIS_POINTS) {
      throw new IllegalArgumentException("a tax rate of " + bsmvBasisPoints + " basis points");
    }
  }

  /// What the sandbox's merchants agree to: 2.00 % single shot, 2.50 % for 2 to 6 and 3.20 % for 7
  /// to 12 instalments, BSMV 5 % on top, commission returned on refund, paid on the next day.
  public static ContractTerms demo() {
    return new ContractTerms(
        List.of(
            PriceRow.forInstallments(1, 1, 200),
            PriceRow.forInstallments(2, 6, 250),
            PriceRow.forInstallments(7, PriceRow.MAX_INSTALLMENTS, 320)),
        500,
        BsmvTreatment.ON_TOP,
        true,
        1,
        Fees.none());
  }

  /// The most specific row for the sale. None is a broken contract: every sale has a price.
  public PriceRow rowFor(SaleTerms sale) {
    return rows.stream()
        .filter(row -> row.matches(sale))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no price row for " + sale));
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
