package io.openvpos.sandbox.verify.books;

import java.time.LocalDate;

/// A fact that posts one entry, and the leg by which the entry is known to be of that amount.
///
/// @param eventId also the entry's
/// @param head `merchant|mode|currency`
/// @param amount of its leg on [#account()], debits positive
/// @param stampedDay the business day that the fact was decided under
public record PostingFact(
    String eventId, String head, String type, long amount, LocalDate stampedDay) {

  /// The account whose leg tells the amount of an entry of this type.
  public static String accountOf(String type) {
    return switch (type) {
      case "adjustment" -> "commission_income";
      case "batch_close" -> "merchant_pending";
      case "payout_instructed",
          "payout_returned",
          "reserve_held",
          "reserve_released",
          "conversion_out",
          "conversion_in" ->
          "merchant_available";
      case "payout_confirmed", "payout_rejected" -> "payout_in_transit";
      default -> "scheme_receivable";
    };
  }

  public String account() {
    return accountOf(type);
  }

  /// Whether an entry with these legs is of the fact's amount. The amount of a fee holds its tax or
  /// not, as the contract says; the contract is not read here.
  ///
  /// @param amount of the leg on [#account()]
  /// @param tax of the legs on `bsmv_payable`
  public boolean isOf(long amount, long tax) {
    return amount == this.amount
        || (type.equals("adjustment") && Math.addExact(amount, tax) == this.amount);
  }

  /// The identity of the entry: a fact that comes again finds it taken.
  public String entryId() {
    return head + "|" + eventId;
  }
}
