package io.openvpos.merchant.contract.domain;

/// When the money of a sale becomes payable.
///
/// @param valueDays calendar days from the business day to the value date, 1 (the next bank day) to
///   [#MAX_VALUE_DAYS]; of sales paid by instalment, only single shots take it
/// @param byInstallment whether a sale in n >= 2 instalments is paid in n parts, part i a month
///   after part i - 1 and the first a month after the business day
public record PayoutPlan(int valueDays, boolean byInstallment) {

  /// A quarter: no acquirer keeps a shop's money longer, and the calendar tables reach years ahead.
  public static final int MAX_VALUE_DAYS = 90;

  public PayoutPlan {
    if (valueDays < 1 || valueDays > MAX_VALUE_DAYS) {
      throw new IllegalArgumentException("a plan has 1 to " + MAX_VALUE_DAYS + " value days");
    }
  }

  /// Everything at once, so many calendar days after the business day.
  public static PayoutPlan afterDays(int days) {
    return new PayoutPlan(days, false);
  }

  /// In how many parts a sale is paid.
  public int parts(int installments) {
    return byInstallment ? installments : 1;
  }
}
