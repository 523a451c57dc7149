package io.openvpos.merchant.contract.domain;

import java.util.Comparator;
import java.util.List;

/// What was agreed, without the days it holds for. Never changes once it is part of a version.
///
/// @param bsmvBasisPoints the banking tax on the commission, in hundredths of a percent
/// @param commissionReturned whether a refund gives the commission back in proportion
/// @param valueDays calendar days from the business day to the value date, at least 1
public record ContractTerms(
    List<PriceRow> rows,
    int bsmvBasisPoints,
    BsmvTreatment bsmv,
    boolean commissionReturned,
    int valueDays,
    Fees fees) {

  private static final int MAX_INSTALLMENTS = 12;
  private static final Comparator<PriceRow> MOST_SPECIFIC_FIRST =
      Comparator.comparingInt(PriceRow::specificity).reversed().thenComparingInt(PriceRow::width);

  public ContractTerms {
    // The sort is stable, so of two rows of equal rank the one written first wins.
    rows = rows.stream().sorted(MOST_SPECIFIC_FIRST).toList();
    if (rows.isEmpty() || valueDays < 1 || bsmvBasisPoints < 0) {
      throw new IllegalArgumentException("terms need rows, a tax rate and at least one value day");
    }
  }

  /// What the sandbox's merchants agree to: 2.00 % single shot, 2.50 % for 2 to 6 and 3.20 % for 7
  /// to 12 instalments, BSMV 5 % on top, commission returned on refund, paid on the next day.
  public static ContractTerms demo() {
    return new ContractTerms(
        List.of(
            PriceRow.forInstallments(1, 1, 200),
            PriceRow.forInstallments(2, 6, 250),
            PriceRow.forInstallments(7, MAX_INSTALLMENTS, 320)),
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
    for (int count = 1; count <= MAX_INSTALLMENTS; count++) {
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
