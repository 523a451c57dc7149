package io.openvpos.authorization.payment;

import io.openvpos.authorization.guard.CardTestingGuard;
import io.openvpos.authorization.issuer.IssuerNetwork;
import io.openvpos.authorization.issuer.IssuerRequest;
import io.openvpos.authorization.issuer.IssuerSlot;
import io.openvpos.authorization.issuer.PointsAnswer;
import io.openvpos.authorization.issuer.Reservation;
import io.openvpos.authorization.issuer.Rrn;
import io.openvpos.authorization.payment.domain.Decline;
import io.openvpos.authorization.profile.MerchantTerms;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.authorization.vault.SubmittedCard;
import io.openvpos.authorization.vault.Vault;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Optional;

/// Asks the issuer what a card has in loyalty points. Nothing is stored, of the card or of the
/// answer, and no money moves. Whoever asks counts as one who tries a card, as with a payment.
public final class AskForPoints {

  private final Merchants merchants;
  private final Vault vault;
  private final IssuerNetwork network;
  private final CardTestingGuard guard;
  private final IssuerTimes times;
  private final Clock clock;

  AskForPoints(
      Merchants merchants,
      Vault vault,
      IssuerNetwork network,
      CardTestingGuard guard,
      IssuerTimes times,
      Clock clock) {
    this.merchants = merchants;
    this.vault = vault;
    this.network = network;
    this.guard = guard;
    this.times = times;
    this.clock = clock;
  }

  /// Whose points are asked for.
  ///
  /// @param id of this one question: it is asked at most once
  /// @param ip the shopper's
  public record Question(
      String id, String merchantId, Mode mode, Currency currency, SubmittedCard card, String ip) {}

  /// What came of it.
  public sealed interface Answer {

    /// What the points are worth; zero where there are none in the currency.
    record Balance(Money worth) implements Answer {}

    /// The issuer does not tell it of this card.
    record Declined() implements Answer {}

    /// Not asked: too many cards were tried lately.
    record TooMany() implements Answer {}

    /// Nobody could be asked, or nobody answered.
    record NotNow() implements Answer {}
  }

  /// Asks.
  public Answer handle(Question question) {
    Optional<MerchantTerms> merchant =
        merchants
            .find(question.merchantId())
            .filter(MerchantTerms::isActive)
            .filter(terms -> terms.modes().contains(question.mode()));
    if (merchant.isEmpty()) {
      return new Answer.NotNow();
    }
    CardTestingGuard.Attempt attempt =
        new CardTestingGuard.Attempt(
            question.id(),
            question.merchantId(),
            question.mode(),
            question.ip(),
            vault.fingerprint(question.card()),
            null);
    if (guard.begin(attempt).isPresent()) {
      return new Answer.TooMany();
    }
    return network.reserve() instanceof Reservation.Reserved(IssuerSlot slot)
        ? asked(question, merchant.get(), slot)
        : new Answer.NotNow();
  }

  private Answer asked(Question question, MerchantTerms merchant, IssuerSlot reserved) {
    try (IssuerSlot slot = reserved) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      return switch (network.points(request(question, merchant, slot, now))) {
        case PointsAnswer.Balance(Money worth) -> new Answer.Balance(worth);
        case PointsAnswer.Declined(String code) -> declined(question, Decline.byIssuer(code));
        case PointsAnswer.Untold _ -> new Answer.NotNow();
      };
    }
  }

  private Answer declined(Question question, Decline decline) {
    if (decline.code().equals(Decline.ISSUER_UNAVAILABLE)) {
      return new Answer.NotNow();
    }
    guard.declined(question.id());
    return new Answer.Declined();
  }

  private IssuerRequest request(
      Question question, MerchantTerms merchant, IssuerSlot slot, Instant now) {
    return new IssuerRequest(
        slot,
        Rrn.of(question.id(), "points", 1),
        question.merchantId(),
        question.card(),
        Money.zero(question.currency()),
        1,
        merchant.terminalId(),
        merchant.mcc(),
        now,
        now.plus(times.deadline()),
        null,
        null);
  }
}
