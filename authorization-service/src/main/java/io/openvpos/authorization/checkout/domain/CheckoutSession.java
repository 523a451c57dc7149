package io.openvpos.authorization.checkout.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One checkout. Attempts are numbered from 1, and attempt n + 1 begins only when the payment of
/// attempt n exists and is declined or reversed for good. An attempt has one payment id whoever
/// makes it, and payments are inserted once. So a session has at most one payment that was ever
/// approved, whatever crashes and whoever comes late.
///
/// | state | what happens | next |
/// |---|---|---|
/// | OPEN | a card is sent for the live attempt | PAYING |
/// | OPEN | the payer or the shop gives up | CANCELED |
/// | PAYING | the payment is approved | PAID |
/// | PAYING | the payment is declined or reversed | OPEN, the next attempt |
/// | PAYING | nothing was begun: a field is wrong, a service away | OPEN, the same attempt |
///
/// Expiry is not stored: an open session is over from its time on.
///
/// @param claimedAt when the live attempt's card was sent last; null if never
/// @param declines of the attempts that are over, the first one's first
/// @param paymentId of the payment that was approved
/// @param inquiries how often an issuer was asked about a card's points
public record CheckoutSession(
    SessionTerms terms,
    long version,
    State state,
    @Nullable Instant claimedAt,
    List<Declined> declines,
    @Nullable String paymentId,
    int inquiries) {

  /// What is stored of where a session stands.
  public enum State {
    OPEN,
    PAYING,
    PAID,
    CANCELED
  }

  /// An attempt that brought no money.
  ///
  /// @param code as payments have it: `insufficient_funds`
  public record Declined(String paymentId, String code) {}

  public CheckoutSession {
    declines = List.copyOf(declines);
  }

  public static CheckoutSession opened(SessionTerms terms) {
    return new CheckoutSession(terms, 0, State.OPEN, null, List.of(), null, 0);
  }

  /// The number of the one attempt that may be made.
  public int liveAttempt() {
    return declines.size() + 1;
  }

  /// Whether a payment of the live attempt may exist.
  public boolean claimed() {
    return claimedAt != null;
  }

  /// What a shop reads of it at a moment.
  ///
  /// @param unpaid true where the live attempt is known to have no payment
  public SessionStatus statusAt(Instant now, AttemptRules rules, boolean unpaid) {
    return switch (state) {
      case PAID -> SessionStatus.PAID;
      case CANCELED -> SessionStatus.CANCELED;
      case PAYING ->
          unpaid && lapsed(now, rules) ? openStatus(now, rules) : SessionStatus.PROCESSING;
      case OPEN -> openStatus(now, rules);
    };
  }

  private SessionStatus openStatus(Instant now, AttemptRules rules) {
    if (liveAttempt() > rules.most()) {
      return SessionStatus.FAILED;
    }
    return terms.expiredAt(now) ? SessionStatus.EXPIRED : SessionStatus.OPEN;
  }

  private boolean lapsed(Instant now, AttemptRules rules) {
    return claimedAt == null || !now.isBefore(claimedAt.plus(rules.grace()));
  }

  /// Whether a card may be sent for attempt `number`. An attempt that somebody began and left may
  /// be begun again: it leads to the same payment.
  public boolean mayClaim(int number, Instant now, AttemptRules rules) {
    boolean free = state == State.OPEN || (state == State.PAYING && lapsed(now, rules));
    return free && number == liveAttempt() && openStatus(now, rules) == SessionStatus.OPEN;
  }

  /// Whether an issuer may be asked about one more card's points: as often as cards may be tried.
  public boolean mayInquire(Instant now, AttemptRules rules) {
    return state == State.OPEN
        && openStatus(now, rules) == SessionStatus.OPEN
        && inquiries < rules.most();
  }

  public CheckoutSession inquired() {
    return new CheckoutSession(
        terms, version, state, claimedAt, declines, paymentId, inquiries + 1);
  }

  public CheckoutSession claimed(Instant now) {
    return with(State.PAYING, now, declines, null);
  }

  /// The same attempt may be made again.
  public CheckoutSession released() {
    return with(State.OPEN, claimedAt, declines, null);
  }

  public CheckoutSession declined(Declined attempt) {
    List<Declined> longer = new ArrayList<>(declines);
    longer.add(attempt);
    return with(State.OPEN, null, longer, null);
  }

  public CheckoutSession paid(String by) {
    return with(State.PAID, claimedAt, declines, by);
  }

  public CheckoutSession canceled() {
    return with(State.CANCELED, claimedAt, declines, null);
  }

  /// As it is after it was stored.
  public CheckoutSession stored() {
    return new CheckoutSession(
        terms, version + 1, state, claimedAt, declines, paymentId, inquiries);
  }

  private CheckoutSession with(
      State next, @Nullable Instant claim, List<Declined> over, @Nullable String payment) {
    return new CheckoutSession(terms, version, next, claim, over, payment, inquiries);
  }
}
