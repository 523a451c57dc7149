package io.openvpos.merchant.contract.domain;

import java.util.Comparator;
import java.util.Currency;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One row of a contract: the rate for the sales it matches. An absent criterion matches
/// everything.
///
/// @param mcc a merchant category, ISO 18245; compared with the category that the terms froze
/// @param minInstallments the smallest number of instalments, from 1 (single shot)
/// @param maxInstallments the largest, inclusive, at most [#MAX_INSTALLMENTS]
/// @param rateBasisPoints the commission rate in hundredths of a percent of the amount, at most
///   [#MAX_RATE_BASIS_POINTS]
/// @param fixedMinorUnits added to every capture, in the sale's currency, at most
///   [Fees#MAX_MINOR_UNITS]
/// @param minimumMinorUnits what rate and fixed part come to at least for every capture, at most
///   [Fees#MAX_MINOR_UNITS]
/// @param payout when these sales are paid; absent: as the terms say
public record PriceRow(
    @Nullable String brand,
    @Nullable String cardClass,
    @Nullable Currency currency,
    @Nullable String mcc,
    int minInstallments,
    int maxInstallments,
    int rateBasisPoints,
    long fixedMinorUnits,
    long minimumMinorUnits,
    @Nullable PayoutPlan payout) {

  /// What a sale may be paid in.
  public static final int MAX_INSTALLMENTS = 12;

  /// The whole amount.
  public static final int MAX_RATE_BASIS_POINTS = 10_000;

  /// The brands that a card may have.
  public static final Set<String> BRANDS =
      Set.of("visa", "mastercard", "troy", "amex", "diners", "jcb", "unionpay", "maestro");

  /// The classes that a card may have.
  public static final Set<String> CARD_CLASSES =
      Set.of("own_bank", "domestic_credit", "debit", "prepaid", "commercial", "foreign");

  /// The class weighs most, then the category, then the brand, then the currency; of rows that name
  /// the same, the narrower range of instalments, and of two as narrow the one that begins later.
  /// Total over the rows that match one sale: two that differ in none of it are the same row twice.
  static final Comparator<PriceRow> MOST_SPECIFIC_FIRST =
      Comparator.comparingInt(PriceRow::specificity)
          .reversed()
          .thenComparingInt(PriceRow::width)
          .thenComparing(Comparator.comparingInt(PriceRow::minInstallments).reversed());

  public PriceRow {
    if (minInstallments < 1
        || maxInstallments < minInstallments
        || maxInstallments > MAX_INSTALLMENTS) {
      throw new IllegalArgumentException("instalments are a range within 1 to 12");
    }
    if (rateBasisPoints < 0 || rateBasisPoints > MAX_RATE_BASIS_POINTS) {
      throw new IllegalArgumentException("a rate is 0 to 100 percent");
    }
    if (outside(fixedMinorUnits) || outside(minimumMinorUnits)) {
      throw new IllegalArgumentException(
          "a fixed part of " + fixedMinorUnits + ", a minimum of " + minimumMinorUnits);
    }
  }

  /// A row without a category, a minimum and a plan of its own.
  public PriceRow(
      @Nullable String brand,
      @Nullable String cardClass,
      @Nullable Currency currency,
      int minInstallments,
      int maxInstallments,
      int rateBasisPoints,
      long fixedMinorUnits) {
    this(
        brand,
        cardClass,
        currency,
        null,
        minInstallments,
        maxInstallments,
        rateBasisPoints,
        fixedMinorUnits,
        0,
        null);
  }

  /// A row for every card and currency.
  public static PriceRow forInstallments(int from, int to, int rateBasisPoints) {
    return new PriceRow(null, null, null, from, to, rateBasisPoints, 0);
  }

  /// A row for the cards of one class, whatever the instalments.
  public static PriceRow forClass(String cardClass, int rateBasisPoints) {
    return new PriceRow(null, cardClass, null, 1, MAX_INSTALLMENTS, rateBasisPoints, 0);
  }

  /// Whether the other row is for exactly the same sales: which of them is meant, nobody can tell.
  public boolean sameSales(PriceRow other) {
    return Objects.equals(brand, other.brand)
        && Objects.equals(cardClass, other.cardClass)
        && Objects.equals(currency, other.currency)
        && Objects.equals(mcc, other.mcc)
        && minInstallments == other.minInstallments
        && maxInstallments == other.maxInstallments;
  }

  /// @param category of the merchant, as the terms froze it
  boolean matches(SaleTerms sale, @Nullable String category) {
    return (brand == null || brand.equals(sale.brand()))
        && (cardClass == null || cardClass.equals(sale.cardClass()))
        && (currency == null || currency.equals(sale.currency()))
        && (mcc == null || mcc.equals(category))
        && minInstallments <= sale.installments()
        && sale.installments() <= maxInstallments;
  }

  int specificity() {
    return (cardClass == null ? 0 : 8)
        + (mcc == null ? 0 : 4)
        + (brand == null ? 0 : 2)
        + (currency == null ? 0 : 1);
  }

  private int width() {
    return maxInstallments - minInstallments;
  }

  private static boolean outside(long minorUnits) {
    return minorUnits < 0 || minorUnits > Fees.MAX_MINOR_UNITS;
  }
}
