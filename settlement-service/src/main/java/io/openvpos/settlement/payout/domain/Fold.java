package io.openvpos.settlement.payout.domain;

import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.fx.domain.Rate;
import io.openvpos.settlement.fx.domain.RateTable;
import io.openvpos.settlement.payout.domain.Payables.Change;
import io.openvpos.settlement.payout.domain.ReserveMovement.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// How a head takes one closing day in. What is due by the payment day, that of the currency it is
/// paid in, is added up, and then:
///
/// | sum | what becomes of it |
/// |---|---|
/// | below zero | carried on as one negative due |
/// | above zero, payouts held | stays due |
/// | above zero, to be paid in lira | converted, or stays due if there is no rate |
/// | above zero, below the minimum | stays due |
/// | above zero | paid |
final class Fold {

  private final Payables before;
  private final DayToFold closing;
  private final DayShare share;
  private final Conditions conditions;
  private final PayoutTerms terms;
  private final LocalDate paymentDay;

  Fold(Payables before, DayToFold closing, DayShare share, Conditions conditions) {
    this.before = before;
    this.closing = closing;
    this.share = share;
    this.conditions = conditions;
    terms = before.terms().newer(share.terms());
    paymentDay = closing.paymentDays().of(terms.paidIn(before.head().currency()));
  }

  Change run(Supplier<Beneficiary> beneficiary) {
    Reserved batch = Reserved.of(closing.day(), share.dues(), share.reserve());
    NavigableMap<LocalDate, Long> reserve = byDate(before.reserved());
    if (batch.releaseOn() != null) {
      reserve.merge(batch.releaseOn(), batch.held(), Math::addExact);
    }
    long released = sum(reserve.headMap(paymentDay, true));
    reserve.headMap(paymentDay, true).clear();
    NavigableMap<LocalDate, Long> dues = byDate(before.dues());
    batch.dues().forEach(due -> dues.merge(due.valueDate(), due.amount(), Math::addExact));
    dues.merge(paymentDay, Math.addExact(released, share.converted()), Math::addExact);
    NavigableMap<LocalDate, Long> payable = dues.headMap(paymentDay, true);
    long sum = sum(payable);
    Optional<Conversion> conversion = sum > 0 ? conversion(sum) : Optional.empty();
    Optional<Payout> payout = sum > 0 ? payout(sum, beneficiary) : Optional.empty();
    if (sum <= 0 || conversion.isPresent() || payout.isPresent()) {
      payable.clear();
    }
    if (sum < 0) {
      // So early that no later close misses it, whatever currency that pays in.
      dues.put(closing.paymentDays().earliest(), sum);
    }
    List<OpenPayout> open = new ArrayList<>(before.open());
    open.removeIf(one -> one.isForgottenOn(closing.day()));
    payout.ifPresent(paid -> open.add(new OpenPayout(paid, null)));
    List<ReserveMovement> moved = movements(batch, released);
    Payables next =
        new Payables(
            before.head(),
            closing.day(),
            dues(dues),
            open,
            before.reissues(),
            dues(reserve),
            moved,
            terms,
            conversion.orElse(null));
    return new Change(
        next,
        payout.<PayoutFact>map(PayoutFact.Instructed::new).stream().toList(),
        moved,
        conversion);
  }

  private boolean isHeld() {
    return conditions.held().contains(before.head().merchantId());
  }

  /// Of a closed merchant every payout may be the last, and nothing above zero is kept from it.
  private long minimum() {
    return conditions.closed().contains(before.head().merchantId())
        ? Math.min(1, terms.minimum())
        : terms.minimum();
  }

  private boolean isConverted() {
    String sold = before.head().currency();
    return !terms.paidIn(sold).equals(sold);
  }

  private Optional<Payout> payout(long sum, Supplier<Beneficiary> beneficiary) {
    return isHeld() || isConverted() || sum < minimum()
        ? Optional.empty()
        : Optional.of(
            new Payout(
                PayoutId.of(before.head(), closing.day(), 0),
                before.head(),
                closing.day(),
                0,
                sum,
                closing.day(),
                closing.cutOffAt(),
                paymentDay,
                beneficiary.get()));
  }

  private Optional<Conversion> conversion(long sum) {
    if (isHeld() || !isConverted()) {
      return Optional.empty();
    }
    return conditions.rates().flatMap(table -> conversion(sum, table));
  }

  private Optional<Conversion> conversion(long sum, RateTable table) {
    Optional<Rate> rate = table.sheet().of(before.head().currency());
    return rate.filter(found -> found.given(sum) > 0)
        .map(found ->
            new Conversion(
                before.head(),
                closing.day(),
                sum,
                found.given(sum),
                found.buying(),
                found.unit(),
                table.id(),
                terms,
                closing.cutOffAt()));
  }

  private List<ReserveMovement> movements(Reserved batch, long released) {
    List<ReserveMovement> movements = new ArrayList<>();
    if (batch.held() > 0) {
      movements.add(
          new ReserveMovement(
              before.head(),
              closing.day(),
              Kind.HELD,
              batch.held(),
              closing.cutOffAt(),
              batch.releaseOn()));
    }
    if (released > 0) {
      movements.add(
          new ReserveMovement(
              before.head(), closing.day(), Kind.RELEASED, released, closing.cutOffAt(), null));
    }
    return movements;
  }

  private static long sum(Map<LocalDate, Long> amounts) {
    return amounts.values().stream().reduce(0L, Math::addExact);
  }

  private static NavigableMap<LocalDate, Long> byDate(List<Due> amounts) {
    NavigableMap<LocalDate, Long> all = new TreeMap<>();
    amounts.forEach(due -> all.merge(due.valueDate(), due.amount(), Math::addExact));
    return all;
  }

  private static List<Due> dues(Map<LocalDate, Long> byDate) {
    return byDate.entrySet().stream()
        .filter(due -> due.getValue() != 0)
        .map(due -> new Due(due.getKey(), due.getValue()))
        .toList();
  }
}
