package io.openvpos.settlement.payables.http;

import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.payables.domain.Owed;
import io.openvpos.settlement.payout.domain.Conversion;
import io.openvpos.settlement.payout.domain.PaymentDays;
import io.openvpos.settlement.payout.domain.Payout;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one mode and currency of a merchant is owed, in minor units; negative where it owes.
///
/// @param foldedDay the last business day in it; null if none
/// @param nextPaymentDay the payment day of the next close, of the currency it is paid in
/// @param payableNext what is due by then, before a hold, a minimum or a conversion
/// @param hold why nothing is paid out; null while it is
/// @param settlementCurrency what it is paid in
/// @param minimumPayout in minor units of that
/// @param dues of closed days, by value date; they sum to `available`
/// @param expected of days not closed yet, by value date; they sum to `pending`
/// @param reserved by the date from which it is given back; they sum to `reserve`
/// @param payouts at the bank; they sum to `in_transit`
/// @param converted by the last day in it
record PayablesAnswer(
    String merchantId,
    String mode,
    String currency,
    @Nullable LocalDate foldedDay,
    LocalDate nextPaymentDay,
    long payableNext,
    long pending,
    long available,
    long reserve,
    long inTransit,
    @Nullable String hold,
    String settlementCurrency,
    long minimumPayout,
    List<DueAnswer> dues,
    List<DueAnswer> expected,
    List<DueAnswer> reserved,
    List<PayoutAnswer> payouts,
    @Nullable ConversionAnswer converted) {

  /// An amount and its date.
  record DueAnswer(LocalDate date, long amount) {
    static List<DueAnswer> of(List<Due> dues) {
      return dues.stream().map(due -> new DueAnswer(due.valueDate(), due.amount())).toList();
    }
  }

  /// A payout on its way.
  record PayoutAnswer(String id, long amount, LocalDate executionDate) {
    static PayoutAnswer of(Payout payout) {
      return new PayoutAnswer(payout.id(), payout.amount(), payout.executionDate());
    }
  }

  /// Both amounts, and by what rate: decimal text, for `unit` units of what was sold.
  record ConversionAnswer(
      LocalDate day,
      long sold,
      String soldCurrency,
      long bought,
      String boughtCurrency,
      String rate,
      int unit,
      String rateTable) {
    static @Nullable ConversionAnswer of(@Nullable Conversion one) {
      return one == null
          ? null
          : new ConversionAnswer(
              one.day(),
              one.sold(),
              one.from().currency(),
              one.bought(),
              one.to().currency(),
              one.price().toPlainString(),
              one.unit(),
              one.rateTable());
    }
  }

  /// All of a merchant.
  record Page(List<PayablesAnswer> data) {}

  static PayablesAnswer of(Owed owed, PaymentDays next) {
    Head head = owed.head().head();
    LocalDate nextPaymentDay = next.of(owed.paidIn());
    return new PayablesAnswer(
        head.merchantId(),
        head.mode().code(),
        head.currency(),
        owed.head().foldedDay(),
        nextPaymentDay,
        owed.payableBy(nextPaymentDay),
        owed.pending(),
        owed.available(),
        owed.reserve(),
        owed.inTransit(),
        owed.hold().orElse(null),
        owed.paidIn(),
        owed.terms().minimum(),
        DueAnswer.of(owed.head().dues()),
        DueAnswer.of(owed.expected()),
        DueAnswer.of(owed.head().reserved()),
        owed.atBank().stream().map(PayoutAnswer::of).toList(),
        ConversionAnswer.of(owed.head().converted()));
  }
}
