package io.openvpos.merchant.contract.domain;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// One row of a contract: the rate for the sales it matches. An absent criterion matches
/// everything.
///
/// @param minInstallments the smallest number of instalments, from 1 (single shot)
/// @param maxInstallments the largest, inclusive, at most [#MAX_INSTALLMENTS]
/// @param rateBasisPoints the commission rate in hundredths of a percent of the amount, at most
///   [#MAX_RATE_BASIS_POINTS]
/// @param fixedMinorUnits added to every capture, in the sale's currency, at most
///   [Fees#MAX_MINOR_UNITS]
public record PriceRow(
    @Nullable String brand,
    @Nullable String cardClass,
    @Nullable Currency currency,
    int minInstallments,
    int maxInstallments,
    int rateBasisPoints,
    long fixedMinorUnits) {

  /// What a sale may be paid in.
  public static final int MAX_INSTALLMENTS = 12;

  /// The whole amount.
  public static final int MAX_RATE_BASIS_POINTS = 10_000;

  public PriceRow {
    if (minInstallments < 1
        || maxInstallments < minInstallments
        || maxInstallments > MAX_INSTALLMENTS) {
      throw new IllegalArgumentException("instalments are a range within 1 to 12");
    }
    if (rateBasisPoints < 0 || rateBasisPoints > MAX_RATE_BASIS_POINTS) {
      throw new IllegalArgumentException("a rate is 0 to 100 percent");
    }
    if (fixedMinorUnits < 0 || fixedMinorUnits > Fees.MAX_MINOR_UNITS) {
      throw new IllegalArgumentException("a fixed part of " + fixedMinorUnits + " minor units");
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
