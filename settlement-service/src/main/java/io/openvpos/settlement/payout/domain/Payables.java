package io.openvpos.settlement.payout.domain;

import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import io.openvpos.settlement.payout.domain.ReserveMovement.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one merchant is owed in one mode and currency. Days are taken in one by one, in order, each
/// once; a payout leaves by the same change that says what became of it, so whatever is said twice
/// finds nothing the second time.
///
/// | action | open payout before | after |
/// |---|---|---|
/// | fold | – | instructed, if what is due by then sums above zero |
/// | confirm | instructed | confirmed, kept for [#RETURN_WINDOW_DAYS] |
/// | reject | instructed | gone; its re-issue is instructed |
/// | give back | confirmed | gone; its re-issue is instructed |
///
/// @param foldedDay the last day taken in; null if none
/// @param dues by value date, one for each date
/// @param reissues how many were ever made: the next one takes the next number
/// @param reserved held back, by the date from which it may be given back
/// @param moved into and out of the reserve by the last day taken in
public record Payables(
    Head head,
    @Nullable LocalDate foldedDay,
    List<Due> dues,
    List<OpenPayout> open,
    int reissues,
    List<Due> reserved,
    List<ReserveMovement> moved) {

  /// How long a confirmed payout is remembered in the head, in calendar days.
  static final int RETURN_WINDOW_DAYS = 60;

  /// The next state and the facts that are stored with it, in order.
  ///
  /// @param moved into and out of the reserve; told like the facts
  public record Change(Payables next, List<PayoutFact> facts, List<ReserveMovement> moved) {
    public Change {
      facts = List.copyOf(facts);
      moved = List.copyOf(moved);
    }

    /// Without a movement of the reserve.
    public Change(Payables next, List<PayoutFact> facts) {
      this(next, facts, List.of());
    }

    /// The payout that this change instructs.
    public Optional<Payout> instructed() {
      return facts.stream()
          .filter(PayoutFact.Instructed.class::isInstance)
          .map(PayoutFact::payout)
          .findFirst();
    }
  }

  public Payables {
    dues = List.copyOf(dues);
    open = List.copyOf(open);
    reserved = List.copyOf(reserved);
    moved = List.copyOf(moved);
  }

  public static Payables none(Head head) {
    return new Payables(head, null, List.of(), List.of(), 0, List.of(), List.of());
  }

  public boolean hasFolded(LocalDate day) {
    return foldedDay != null && !foldedDay.isBefore(day);
  }

  /// Takes in a closing day whose batch holds nothing back.
  public Optional<Change> fold(
      DayToFold closing, List<Due> batchDues, Supplier<Beneficiary> beneficiary) {
    return fold(closing, batchDues, ReserveTerms.NONE, beneficiary);
  }

  /// Takes in a closing day: adds its dues less what is held back of them, gives back what was held
  /// long enough, pays what is due by the payment day, carries a debt on as one negative due. Empty
  /// if the day is in already.
  public Optional<Change> fold(
      DayToFold closing,
      List<Due> batchDues,
      ReserveTerms terms,
      Supplier<Beneficiary> beneficiary) {
    if (hasFolded(closing.day())) {
      return Optional.empty();
    }
    Reserved batch = Reserved.of(closing.day(), batchDues, terms);
    NavigableMap<LocalDate, Long> reserve = byDate(reserved);
    if (batch.releaseOn() != null) {
      reserve.merge(batch.releaseOn(), batch.held(), Math::addExact);
    }
    long released = taken(reserve, closing.paymentDay());
    NavigableMap<LocalDate, Long> all = byDate(dues);
    batch.dues().forEach(due -> all.merge(due.valueDate(), due.amount(), Math::addExact));
    long sum = Math.addExact(taken(all, closing.paymentDay()), released);
    if (sum < 0) {
      all.put(closing.paymentDay(), sum);
    }
    List<OpenPayout> stillOpen = new ArrayList<>(open);
    stillOpen.removeIf(forgotten(closing.day()));
    List<PayoutFact> facts = new ArrayList<>();
    if (sum > 0) {
      Payout payout = ofClose(closing, sum, beneficiary.get());
      stillOpen.add(new OpenPayout(payout, null));
      facts.add(new PayoutFact.Instructed(payout));
    }
    List<ReserveMovement> movements = movements(closing, batch, released);
    Payables next =
        new Payables(head, closing.day(), dues(all), stillOpen, reissues, dues(reserve), movements);
    return Optional.of(new Change(next, facts, movements));
  }

  private Payout ofClose(DayToFold closing, long amount, Beneficiary beneficiary) {
    return new Payout(
        PayoutId.of(head, closing.day(), 0),
        head,
        closing.day(),
        0,
        amount,
        closing.day(),
        closing.cutOffAt(),
        closing.paymentDay(),
        beneficiary);
  }

  private List<ReserveMovement> movements(DayToFold closing, Reserved batch, long released) {
    List<ReserveMovement> movements = new ArrayList<>();
    if (batch.held() > 0) {
      movements.add(
          new ReserveMovement(
              head, closing.day(), Kind.HELD, batch.held(), closing.cutOffAt(), batch.releaseOn()));
    }
    if (released > 0) {
      movements.add(
          new ReserveMovement(
              head, closing.day(), Kind.RELEASED, released, closing.cutOffAt(), null));
    }
    return movements;
  }

  /// Takes out what is there by the date; its sum.
  private static long taken(NavigableMap<LocalDate, Long> amounts, LocalDate through) {
    Map<LocalDate, Long> due = amounts.headMap(through, true);
    long sum = due.values().stream().reduce(0L, Math::addExact);
    due.clear();
    return sum;
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

  /// The bank paid. Empty if the payout is not waiting for that.
  public Optional<Change> confirm(String payoutId, Taken taken) {
    return waiting(payoutId)
        .map(found -> {
          List<OpenPayout> after =
              open.stream()
                  .map(one -> one.equals(found) ? one.confirmed(taken.day()) : one)
                  .toList();
          return new Change(
              with(after, reissues),
              List.of(new PayoutFact.Confirmed(found.payout(), taken.day(), taken.at())));
        });
  }

  /// The bank refused before paying. Empty if the payout is not waiting for an answer.
  public Optional<Change> reject(String payoutId, String reason, Reissue reissue) {
    return waiting(payoutId)
        .map(found ->
            replaced(
                found,
                new PayoutFact.Rejected(
                    found.payout(), reissue.taken().day(), reissue.taken().at(), reason),
                reissue));
  }

  /// The money came back. Empty if the payout is not one that was confirmed lately.
  public Optional<Change> giveBack(String payoutId, String reason, Reissue reissue) {
    return open.stream()
        .filter(one -> one.payout().id().equals(payoutId) && one.confirmation().isPresent())
        .findFirst()
        .map(found ->
            replaced(
                found,
                new PayoutFact.Returned(
                    found.payout(), reissue.taken().day(), reissue.taken().at(), reason),
                reissue));
  }

  private Change replaced(OpenPayout gone, PayoutFact why, Reissue reissue) {
    Payout old = gone.payout();
    int number = reissues + 1;
    Payout next =
        new Payout(
            PayoutId.of(head, old.day(), number),
            head,
            old.day(),
            number,
            old.amount(),
            reissue.taken().day(),
            reissue.taken().at(),
            reissue.executionDate(),
            reissue.beneficiary());
    List<OpenPayout> after = new ArrayList<>(open);
    after.remove(gone);
    after.add(new OpenPayout(next, null));
    return new Change(with(after, number), List.of(why, new PayoutFact.Instructed(next)));
  }

  /// Whether the bank's answer for the payout is still to come.
  public boolean isWaiting(String payoutId) {
    return waiting(payoutId).isPresent();
  }

  private Optional<OpenPayout> waiting(String payoutId) {
    return open.stream()
        .filter(one -> one.payout().id().equals(payoutId) && one.confirmation().isEmpty())
        .findFirst();
  }

  private Payables with(List<OpenPayout> payouts, int reissuesMade) {
    return new Payables(head, foldedDay, dues, payouts, reissuesMade, reserved, moved);
  }

  private static Predicate<OpenPayout> forgotten(LocalDate day) {
    return one ->
        one.confirmation()
            .filter(confirmed -> confirmed.plusDays(RETURN_WINDOW_DAYS).isBefore(day))
            .isPresent();
  }
}
