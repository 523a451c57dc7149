package io.openvpos.settlement.bankstatement;

import io.openvpos.settlement.bankstatement.PayoutClaims.Claim;
import io.openvpos.settlement.bankstatement.domain.Booking;
import io.openvpos.settlement.bankstatement.domain.Finding;
import io.openvpos.settlement.bankstatement.domain.Finding.Kind;
import io.openvpos.settlement.payout.BankAnswers;
import io.openvpos.settlement.payout.BankAnswers.Standing;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutStore;
import java.util.List;
import java.util.Optional;

/// Finds out what a booking is and lets the payout that it names know. A payout belongs to the
/// first booking that says it left, and to the first that says it came back, for ever; so nothing
/// happens twice, and a second one is an exception. The claim also says where the payout stood
/// then, which a repetition after a crash would see no more.
public final class BookingMatcher {

  private final PayoutStore payouts;
  private final PayoutClaims claims;
  private final BankAnswers answers;
  private final List<String> schemeReferences;

  /// @param schemeReferences how references of the card network's payments begin
  public BookingMatcher(
      PayoutStore payouts,
      PayoutClaims claims,
      BankAnswers answers,
      List<String> schemeReferences) {
    this.payouts = payouts;
    this.claims = claims;
    this.answers = answers;
    this.schemeReferences = List.copyOf(schemeReferences);
  }

  public Finding match(Booking booking) {
    Optional<Payout> named =
        booking.endToEndId().isEmpty() ? Optional.empty() : payouts.find(booking.endToEndId());
    if (named.isEmpty()) {
      return booking.credit() && !booking.reversal() && isOfScheme(booking)
          ? Finding.of(Kind.SCHEME_RECEIPT, "")
          : Finding.exception(booking.credit() ? "unknown_credit" : "unknown_debit", "");
    }
    Payout payout = named.get();
    return difference(booking, payout)
        .map(difference -> Finding.exception(difference, payout.id()))
        .orElseGet(() -> claimed(booking, payout));
  }

  private static Optional<String> difference(Booking booking, Payout payout) {
    if (booking.reversal()) {
      return Optional.of("reversal");
    }
    if (!booking.currency().equals(payout.head().currency())) {
      return Optional.of("currency_differs");
    }
    if (booking.amount() != payout.amount()) {
      return Optional.of("amount_differs");
    }
    return booking.credit() && booking.returnReason().isEmpty()
        ? Optional.of("credit_without_reason")
        : Optional.empty();
  }

  private Finding claimed(Booking booking, Payout payout) {
    Claim counts =
        claims.claim(
            payout.id(), booking.credit(), new Claim(booking.id(), answers.standing(payout)));
    if (!counts.bookingId().equals(booking.id())) {
      return Finding.exception("booked_twice", payout.id());
    }
    return booking.credit() ? cameBack(booking, payout, counts.standing()) : left(payout);
  }

  /// A report that refuses it may be taken at this very moment, so that only the head knows which
  /// of the two came first.
  private Finding left(Payout payout) {
    answers.paid(payout);
    return answers.standing(payout) == Standing.REPLACED && !cameBack(payout)
        ? Finding.exception("paid_after_rejection", payout.id())
        : Finding.of(Kind.PAYOUT, payout.id());
  }

  /// The notification of a return may be read before the statement that has both.
  private boolean cameBack(Payout payout) {
    return claims
        .find(payout.id(), true)
        .filter(claim -> mayComeBack(claim.standing()))
        .isPresent();
  }

  private Finding cameBack(Booking booking, Payout payout, Standing then) {
    if (!mayComeBack(then)) {
      return Finding.exception(
          then == Standing.REPLACED ? "returned_after_rejection" : "returned_too_late",
          payout.id());
    }
    answers.returned(payout, booking.returnReason());
    return Finding.of(Kind.PAYOUT_RETURN, payout.id());
  }

  private static boolean mayComeBack(Standing standing) {
    return standing == Standing.WAITING || standing == Standing.PAID;
  }

  private boolean isOfScheme(Booking booking) {
    return schemeReferences.stream()
        .anyMatch(start ->
            booking.endToEndId().startsWith(start) || booking.remittance().startsWith(start));
  }
}
