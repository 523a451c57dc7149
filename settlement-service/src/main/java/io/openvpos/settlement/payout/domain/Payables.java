package io.openvpos.settlement.payout.domain;

import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one merchant is owed in one mode and currency. Days are taken in one by one, in order, each
/// once; a payout leaves by the same change that says what became of it, so whatever is said twice
/// finds nothing the second time.
///
/// | action | open payout before | after |
/// |---|---|---|
/// | fold | – | instructed, if what is due by then is to be paid: see [Fold] |
/// | confirm | instructed | confirmed, kept for [#RETURN_WINDOW_DAYS] |
/// | reject | instructed | gone; its re-issue is instructed |
/// | give back | confirmed | gone; its re-issue is instructed |
///
/// @param foldedDay the last day taken in; null if none
/// @param dues by value date, one for each date
/// @param reissues how many were ever made: the next one takes the next number
/// @param reserved held back, by the date from which it may be given back
/// @param moved into and out of the reserve by the last day taken in
/// @param terms of the latest contract version among the batches taken in
/// @param converted by the last day taken in; null if nothing was
public record Payables(
    Head head,
    @Nullable LocalDate foldedDay,
    List<Due> dues,
    List<OpenPayout> open,
    int reissues,
    List<Due> reserved,
    List<ReserveMovement> moved,
    PayoutTerms terms,
    @Nullable Conversion converted) {

  /// How long a confirmed payout is remembered in the head, in calendar days.
  static final int RETURN_WINDOW_DAYS = 60;

  /// The next state and the facts that are stored with it, in order.
  ///
  /// @param moved into and out of the reserve; told like the facts
  /// @param converted told like the facts
  public record Change(
      Payables next,
      List<PayoutFact> facts,
      List<ReserveMovement> moved,
      Optional<Conversion> converted) {
    public Change {
      facts = List.copyOf(facts);
      moved = List.copyOf(moved);
    }

    /// Without a movement of the reserve or a conversion.
    public Change(Payables next, List<PayoutFact> facts) {
      this(next, facts, List.of(), Optional.empty());
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
    return new Payables(
        head, null, List.of(), List.of(), 0, List.of(), List.of(), PayoutTerms.NONE, null);
  }

  public boolean hasFolded(LocalDate day) {
    return foldedDay != null && !foldedDay.isBefore(day);
  }

  /// The same head, paid by other terms.
  public Payables paidBy(PayoutTerms other) {
    return new Payables(head, foldedDay, dues, open, reissues, reserved, moved, other, converted);
  }

  /// What the day converted, as long as no later one is in.
  public Optional<Conversion> convertedOn(LocalDate day) {
    return Optional.ofNullable(converted).filter(one -> one.day().equals(day));
  }

  /// Takes in a closing day whose batch holds nothing back.
  public Optional<Change> fold(
      DayToFold closing, List<Due> batchDues, Supplier<Beneficiary> beneficiary) {
    return fold(closing, batchDues, ReserveTerms.NONE, beneficiary);
  }

  /// Takes in a closing day of a merchant that is paid in its own currency, any amount.
  public Optional<Change> fold(
      DayToFold closing,
      List<Due> batchDues,
      ReserveTerms terms,
      Supplier<Beneficiary> beneficiary) {
    DayShare share = new DayShare(batchDues, terms, PayoutTerms.NONE, 0);
    return fold(closing, share, Conditions.NONE, beneficiary);
  }

  /// Takes in a closing day: adds its dues less what is held back of them, gives back what was held
  /// long enough, pays or converts what is due by the payment day, carries a debt on as one
  /// negative due. Empty if the day is in already.
  public Optional<Change> fold(
      DayToFold closing, DayShare share, Conditions conditions, Supplier<Beneficiary> beneficiary) {
    return hasFolded(closing.day())
        ? Optional.empty()
        : Optional.of(new Fold(this, closing, share, conditions).run(beneficiary));
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
    return new Payables(
        head, foldedDay, dues, payouts, reissuesMade, reserved, moved, terms, converted);
  }
}
