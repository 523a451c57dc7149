package io.openvpos.authorization.payment;

import io.openvpos.authorization.guard.CardTestingGuard;
import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.issuer.IssuerNetwork;
import io.openvpos.authorization.issuer.IssuerRequest;
import io.openvpos.authorization.issuer.IssuerSlot;
import io.openvpos.authorization.issuer.KeptCard;
import io.openvpos.authorization.issuer.Reservation;
import io.openvpos.authorization.issuer.Rrn;
import io.openvpos.authorization.issuer.TokenUse;
import io.openvpos.authorization.payment.AuthorizationOrder.Source;
import io.openvpos.authorization.payment.Reply.Refusal;
import io.openvpos.authorization.payment.domain.Attempt;
import io.openvpos.authorization.payment.domain.Decline;
import io.openvpos.authorization.profile.MerchantTerms;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.authorization.vault.StoredCard;
import io.openvpos.authorization.vault.UseReason;
import io.openvpos.authorization.vault.Vault;
import io.openvpos.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Asks the issuer whether a card is good, with an amount of nothing. No money moves, so silence
/// leaves nothing to reverse: it is told as the issuer's absence.
public final class VerifyCard {

  private final Verifications verifications;
  private final Merchants merchants;
  private final Vault vault;
  private final IssuerNetwork network;
  private final CardTestingGuard guard;
  private final IssuerTimes times;
  private final Clock clock;
  private final Idempotency idempotency = new Idempotency();

  VerifyCard(
      Verifications verifications,
      Merchants merchants,
      Vault vault,
      IssuerNetwork network,
      CardTestingGuard guard,
      IssuerTimes times,
      Clock clock) {
    this.verifications = verifications;
    this.merchants = merchants;
    this.vault = vault;
    this.network = network;
    this.guard = guard;
    this.times = times;
    this.clock = clock;
  }

  /// What is told.
  ///
  /// @param decline null if the card is good
  /// @param card of a token that was asked about or made; null otherwise
  public record Outcome(@Nullable Decline decline, @Nullable StoredCard card) {}

  /// Asks, or tells again what was answered.
  ///
  /// @param writer writes the answer that is frozen
  public Reply handle(VerificationOrder order, Function<Outcome, FrozenAnswer> writer) {
    return repeated(order, writer)
        .orElseGet(
            () -> idempotency.once(order.id(), order.requestHash(), () -> first(order, writer)));
  }

  private Optional<Reply> repeated(
      VerificationOrder order, Function<Outcome, FrozenAnswer> writer) {
    return verifications
        .find(order.id())
        .map(known ->
            Idempotency.repeated(
                order.requestHash(),
                known.requestHash(),
                known.createdAt(),
                ended(known, writer),
                clock.instant()));
  }

  /// One that a crash left open ends as the issuer's silence does.
  private @Nullable FrozenAnswer ended(
      CardVerification known, Function<Outcome, FrozenAnswer> writer) {
    boolean over = clock.instant().isAfter(known.attempt().deadline().plus(times.grace()));
    return known.answer() == null && over
        ? settled(known, new Outcome(Decline.byOutage(), null), writer)
        : known.answer();
  }

  private Reply first(VerificationOrder order, Function<Outcome, FrozenAnswer> writer) {
    Optional<MerchantTerms> merchant =
        merchants
            .find(order.merchantId())
            .filter(MerchantTerms::isActive)
            .filter(terms -> terms.modes().contains(order.mode()));
    if (merchant.isEmpty()) {
      return Reply.refused(Refusal.MERCHANT_NOT_ACTIVE);
    }
    if (!merchant.get().currencies().contains(order.currency())) {
      return new Reply.Invalid("/currency", "currency_not_enabled");
    }
    StoredCard kept = null;
    if (order.source() instanceof Source.Token(String token)) {
      kept = vault.find(order.merchantId(), order.mode(), token, reason(order)).orElse(null);
      if (kept == null || kept.isSingleUse()) {
        return new Reply.Invalid("/token", kept == null ? "unknown_token" : "single_use_token");
      }
    }
    Optional<Duration> wait = guard.begin(attempt(order, kept));
    if (wait.isPresent()) {
      return new Reply.TooMany(wait.get());
    }
    return switch (place(order)) {
      case Reservation.Reserved(IssuerSlot slot) -> sent(order, merchant.get(), kept, slot, writer);
      case Reservation.Down _ -> Reply.refused(Refusal.ISSUER_UNREACHABLE);
      case Reservation.Full _ -> Reply.refused(Refusal.SERVICE_UNAVAILABLE);
    };
  }

  private Reservation place(VerificationOrder order) {
    return switch (order.source()) {
      case Source.Submitted _ -> network.reserve();
      case Source.Token(String token) ->
          network.reserve(new TokenUse(order.merchantId(), order.mode(), token, rrn(order)));
    };
  }

  private static String rrn(VerificationOrder order) {
    return Rrn.of(order.id(), "verification", 1);
  }

  private CardTestingGuard.Attempt attempt(VerificationOrder order, @Nullable StoredCard kept) {
    String fingerprint =
        switch (order.source()) {
          case Source.Submitted(var card) -> vault.fingerprint(card);
          case Source.Token _ -> kept == null ? "" : kept.fingerprint();
        };
    return new CardTestingGuard.Attempt(
        order.id(), order.merchantId(), order.mode(), order.ip(), fingerprint, order.deviceId());
  }

  private Reply sent(
      VerificationOrder order,
      MerchantTerms merchant,
      @Nullable StoredCard kept,
      IssuerSlot reserved,
      Function<Outcome, FrozenAnswer> writer) {
    try (IssuerSlot slot = reserved) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      Attempt attempt = new Attempt(rrn(order), slot.stan(), now, now.plus(times.deadline()));
      CardVerification open =
          new CardVerification(
              order.id(),
              0,
              order.requestHash(),
              order.merchantId(),
              order.mode(),
              attempt,
              now,
              null);
      if (!verifications.add(open)) {
        return repeated(order, writer).orElseGet(() -> Reply.refused(Refusal.SERVICE_UNAVAILABLE));
      }
      IssuerAnswer answer = network.verify(request(order, merchant, attempt, slot));
      return new Reply.Answered(settled(open, outcome(order, kept, answer), writer), false);
    }
  }

  private static IssuerRequest request(
      VerificationOrder order, MerchantTerms merchant, Attempt attempt, IssuerSlot slot) {
    return new IssuerRequest(
        slot,
        attempt.rrn(),
        order.merchantId(),
        order.source() instanceof Source.Submitted(var card) ? card : null,
        Money.zero(order.currency()),
        1,
        merchant.terminalId(),
        merchant.mcc(),
        attempt.transmittedAt(),
        attempt.deadline(),
        null,
        order.store() ? new KeptCard(false, 'U', true, null) : null);
  }

  private Outcome outcome(VerificationOrder order, @Nullable StoredCard kept, IssuerAnswer answer) {
    return switch (answer) {
      case IssuerAnswer.Approved approved ->
          new Outcome(null, kept == null ? made(order, approved) : kept);
      case IssuerAnswer.Declined declined -> {
        Decline decline = Decline.byIssuer(declined.responseCode());
        if (!decline.code().equals(Decline.ISSUER_UNAVAILABLE)) {
          guard.declined(order.id());
        }
        yield new Outcome(decline, kept);
      }
      case IssuerAnswer.NoAnswer _, IssuerAnswer.NotSent _ -> new Outcome(Decline.byOutage(), kept);
    };
  }

  /// A token of a card that the issuer has just called good.
  private @Nullable StoredCard made(VerificationOrder order, IssuerAnswer.Approved approved) {
    if (!order.store() || !(order.source() instanceof Source.Submitted(var card))) {
      return null;
    }
    StoredCard made = vault.store(order.merchantId(), order.mode(), card);
    String name = approved.networkTransactionId();
    if (name != null) {
      vault.remember(order.merchantId(), order.mode(), made.token(), name);
    }
    return made;
  }

  /// The answer that is stored in the end: this one, or whichever came first.
  private FrozenAnswer settled(
      CardVerification open, Outcome outcome, Function<Outcome, FrozenAnswer> writer) {
    FrozenAnswer answer = writer.apply(outcome);
    return verifications.answer(open, answer)
        ? answer
        : verifications
            .find(open.id())
            .map(CardVerification::answer)
            .orElseThrow(() -> new IllegalStateException("answered, and yet not: " + open.id()));
  }

  private static UseReason reason(VerificationOrder order) {
    return UseReason.payment(order.id());
  }
}
