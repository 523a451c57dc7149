package io.openvpos.settlement.payout.domain;

import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.Head;
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
public record Payables(
    Head head, @Nullable LocalDate foldedDay, List<Due> dues, List<OpenPayout> open, int reissues) {

  /// How long a confirmed payout is remembered in the head, in calendar days.
  static final int RETURN_WINDOW_DAYS = 60;

  /// The next state and the facts that are stored with it, in order.
  public record Change(Payables next, List<PayoutFact> facts) {
    public Change {
      facts = List.copyOf(facts);
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
  }

  public static Payables none(Head head) {
    return new Payables(head, null, List.of(), List.of(), 0);
  }

  public boolean hasFolded(LocalDate day) {
    return foldedDay != null && !foldedDay.isBefore(day);
  }

  /// Takes in a closing day: adds its dues, pays what is due by the payment day, carries a debt on
  /// as one negative due. Empty if the day is in already.
  public Optional<Change> fold(
      DayToFold closing, List<Due> batchDues, Supplier<Beneficiary> beneficiary) {
    if (hasFolded(closing.day())) {
      return Optional.empty();
    }
    NavigableMap<LocalDate, Long> all = new TreeMap<>();
    dues.forEach(due -> all.merge(due.valueDate(), due.amount(), Math::addExact));
    batchDues.forEach(due -> all.merge(due.valueDate(), due.amount(), Math::addExact));
    Map<LocalDate, Long> payable = all.headMap(closing.paymentDay(), true);
    long sum = payable.values().stream().reduce(0L, Math::addExact);
    payable.clear();
    if (sum < 0) {
      all.put(closing.paymentDay(), sum);
    }
    List<OpenPayout> stillOpen = new ArrayList<>(open);
    stillOpen.removeIf(forgotten(closing.day()));
    List<PayoutFact> facts = new ArrayList<>();
    if (sum > 0) {
      Payout payout =
          new Payout(
              PayoutId.of(head, closing.day(), 0),
              head,
              closing.day(),
              0,
              sum,
              closing.day(),
              closing.cutOffAt(),
              closing.paymentDay(),
              beneficiary.get());
      stillOpen.add(new OpenPayout(payout, null));
      facts.add(new PayoutFact.Instructed(payout));
    }
    List<Due> remaining =
        all.entrySet().stream()
            .filter(due -> due.getValue() != 0)
            .map(due -> new Due(due.getKey(), due.getValue()))
            .toList();
    return Optional.of(
        new Change(new Payables(head, closing.day(), remaining, stillOpen, reissues), facts));
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
              new Payables(head, foldedDay, dues, after, reissues),
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
    return new Change(
        new Payables(head, foldedDay, dues, after, number),
        List.of(why, new PayoutFact.Instructed(next)));
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

  private static Predicate<OpenPayout> forgotten(LocalDate day) {
    return one ->
        one.confirmation()
            .filter(confirmed -> confirmed.plusDays(RETURN_WINDOW_DAYS).isBefore(day))
            .isPresent();
  }
}
