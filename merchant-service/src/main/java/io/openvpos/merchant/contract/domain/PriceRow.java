package io.openvpos.merchant.contract.domain;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// One row of a contract: the rate for the sales it matches. An absent criterion matches
/// everything.
///
/// @param minInstallments the smallest number of instalments, from 1 (single shot)
/// @param maxInstallments the largest, inclusive
/// @param rateBasisPoints the commission rate in hundredths of a percent of the amount
/// @param fixedMinorUnits added to every capture, in the sale's currency
public record PriceRow(
    @Nullable String brand,
    @Nullable String cardClass,
    @Nullable Currency currency,
    int minInstallments,
    int maxInstallments,
    int rateBasisPoints,
    long fixedMinorUnits) {

  private static final int WHOLE = 10_000;

  public PriceRow {
    if (minInstallments < 1 || maxInstallments < minInstallments) {
      throw new IllegalArgumentException("instalments must be a range from 1");
    }
    if (rateBasisPoints < 0 || rateBasisPoints > WHOLE || fixedMinorUnits < 0) {
      throw new IllegalArgumentException("a rate is 0 to 100 percent and a fee is not negative");
    }
  }

  /// A row for every card and currency.
  public static PriceRow forInstallments(int from, int to, int rateBasisPoints) {
    return new PriceRow(null, null, null, from, to, rateBasisPoints, 0);
  }

  boolean matches(SaleTerms sale) {
    return (brand == null || brand.equals(sale.brand()))
        && (cardClass == null || cardClass.equals(sale.cardClass()))
        && (currency == null || currency.equals(sale.currency()))
        && minInstallments <= sale.installments()
        && sale.installments() <= maxInstallments;
  }

  /// How many criteria the row names; the class weighs most, then brand, then currency. Rows of one
  /// rank are told apart by the narrower range of instalments.
  int specificity() {
    return (cardClass == null ? 0 : 4) + (brand == null ? 0 : 2) + (currency == null ? 0 : 1);
  }

  int width() {
    return maxInstallments - minInstallments;
  }
}
