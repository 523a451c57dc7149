package io.openvpos.authorization.checkout;

import io.openvpos.authorization.checkout.domain.AttemptRules;
import io.openvpos.authorization.checkout.domain.CheckoutSession;
import io.openvpos.authorization.payment.AskForPoints;
import io.openvpos.authorization.payment.AskForPoints.Answer;
import io.openvpos.authorization.payment.AskForPoints.Question;
import io.openvpos.authorization.vault.Bins;
import io.openvpos.authorization.vault.Bins.Bin;
import io.openvpos.authorization.vault.SubmittedCard;
import io.openvpos.authorization.vault.VaultUnavailableException;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a payer is told of a card's loyalty points: whether its issuer has a programme, and what
/// the card has in it. A session counts how often it asks, before it does.
///
/// See docs/decisions/0087-points-are-shown.md.
public final class CardPoints {

  private static final Pattern BIN = Pattern.compile("[0-9]{6,8}");

  private final CheckoutSessions sessions;
  private final AskForPoints ask;
  private final Bins bins;
  private final AttemptRules rules;
  private final Clock clock;

  public CardPoints(
      CheckoutSessions sessions, AskForPoints ask, Bins bins, AttemptRules rules, Clock clock) {
    this.sessions = sessions;
    this.ask = ask;
    this.bins = bins;
    this.rules = rules;
    this.clock = clock;
  }

  /// The programme of cards that begin with these digits; empty if there is none.
  public Optional<String> program(String bin) {
    return BIN.matcher(bin).matches() ? bins.find(bin).map(Bin::pointsProgram) : Optional.empty();
  }

  /// Asks the card's issuer.
  ///
  /// @param address where the browser is, as the connection says
  public Answer ask(CheckoutSession read, SubmittedCard card, String address) {
    if (!read.mayInquire(clock.instant(), rules)) {
      return new Answer.TooMany();
    }
    CheckoutSession inquired = read.inquired();
    if (!sessions.store(inquired)) {
      return ask(sessions.byKey(read.terms().key()).orElseThrow(), card, address);
    }
    try {
      return ask.handle(
          new Question(
              read.terms().id() + "|points|" + inquired.inquiries(),
              read.terms().merchantId(),
              read.terms().mode(),
              read.terms().amount().currency(),
              card,
              address));
    } catch (VaultUnavailableException away) {
      return new Answer.NotNow();
    }
  }
}
