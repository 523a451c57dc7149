package io.openvpos.authorization.payment;

import io.openvpos.authorization.guard.CardTestingGuard;
import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.issuer.IssuerSlot;
import io.openvpos.authorization.issuer.Reservation;
import io.openvpos.authorization.issuer.Rrn;
import io.openvpos.authorization.payment.AuthorizationOrder.Source;
import io.openvpos.authorization.payment.Reply.Refusal;
import io.openvpos.authorization.payment.domain.Attempt;
import io.openvpos.authorization.payment.domain.Authentication;
import io.openvpos.authorization.payment.domain.Decision.Accepted;
import io.openvpos.authorization.payment.domain.Decline;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentCommand;
import io.openvpos.authorization.payment.domain.PaymentCommand.DeclineUnsent;
import io.openvpos.authorization.payment.domain.PaymentCommand.RequireAuthentication;
import io.openvpos.authorization.payment.domain.PaymentCommand.SendAuthorization;
import io.openvpos.authorization.payment.domain.PaymentDecider;
import io.openvpos.authorization.payment.domain.PaymentTerms;
import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.authorization.profile.MerchantTerms;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.authorization.risk.AuthenticationStanding;
import io.openvpos.authorization.risk.RiskCheck;
import io.openvpos.authorization.risk.RiskDecision;
import io.openvpos.authorization.risk.RiskOutcome;
import io.openvpos.authorization.risk.RiskQuery;
import io.openvpos.authorization.threeds.domain.Protocol;
import io.openvpos.authorization.vault.StoredCard;
import io.openvpos.authorization.vault.SubmittedCard;
import io.openvpos.authorization.vault.UseReason;
import io.openvpos.authorization.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Takes a payment: find by key, claim, vault, risk, write ahead, issuer, answer. Two writes to the
/// payment's document lie on the way: the attempt before the request leaves, and the outcome with
/// the frozen answer.
public final class AuthorizePayment {

  private final Payments payments;
  private final PaymentWrites writes;
  private final Merchants merchants;
  private final Vault vault;
  private final RiskCheck risk;
  private final IssuerCalls issuer;
  private final Recovery recovery;
  private final CardholderChecks checks;
  private final CardTestingGuard guard;
  private final IssuerOutcomes outcomes;
  private final Clock clock;
  private final Idempotency idempotency = new Idempotency();

  AuthorizePayment(
      Payments payments,
      PaymentWrites writes,
      Merchants merchants,
      Vault vault,
      RiskCheck risk,
      IssuerCalls issuer,
      Recovery recovery,
      CardholderChecks checks,
      CardTestingGuard guard,
      IssuerOutcomes outcomes,
      Clock clock) {
    this.payments = payments;
    this.writes = writes;
    this.merchants = merchants;
    this.vault = vault;
    this.risk = risk;
    this.issuer = issuer;
    this.recovery = recovery;
    this.checks = checks;
    this.guard = guard;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  public Reply handle(AuthorizationOrder order, Answers answers) {
    return repeated(order)
        .orElseGet(() ->
            idempotency.once(order.paymentId(), order.requestHash(), () -> first(order, answers)));
  }

  private Optional<Reply> repeated(AuthorizationOrder order) {
    return payments
        .find(order.paymentId())
        .map(known ->
            Idempotency.repeated(
                order.requestHash(),
                known.requestHash(),
                known.payment().terms().createdAt(),
                known.answer(),
                clock.instant()));
  }

  private Reply first(AuthorizationOrder order, Answers answers) {
    writes.requireDay();
    Optional<MerchantTerms> merchant =
        merchants
            .find(order.merchantId())
            .filter(MerchantTerms::isActive)
            .filter(terms -> terms.modes().contains(order.mode()));
    if (merchant.isEmpty()) {
      return Reply.refused(Refusal.MERCHANT_NOT_ACTIVE);
    }
    return againstTerms(order, merchant.get())
        .orElseGet(() -> withCard(order, merchant.get(), answers));
  }

  private static Optional<Reply> againstTerms(AuthorizationOrder order, MerchantTerms merchant) {
    if (!merchant.currencies().contains(order.amount().currency())) {
      return Optional.of(new Reply.Invalid("/currency", "currency_not_enabled"));
    }
    if (order.captureMethod() == CaptureMethod.MANUAL
        && !merchant.capture().manualCaptureAllowed()) {
      return Optional.of(new Reply.Invalid("/capture_method", "manual_capture_not_enabled"));
    }
    return order.installments() > merchant.capture().maxInstallments()
        ? Optional.of(new Reply.Invalid("/installments", "installments_not_enabled"))
        : Optional.empty();
  }

  private Reply withCard(AuthorizationOrder order, MerchantTerms merchant, Answers answers) {
    Optional<StoredCard> stored =
        switch (order.source()) {
          case Source.Submitted submitted ->
              Optional.of(vault.store(order.merchantId(), order.mode(), submitted.card()));
          case Source.Token token ->
              vault.find(
                  order.merchantId(),
                  order.mode(),
                  token.token(),
                  UseReason.payment(order.paymentId()));
        };
    if (stored.isEmpty()) {
      return new Reply.Invalid("/token", "unknown_token");
    }
    Optional<Reply> unfit = unfit(order, stored.get());
    if (unfit.isPresent()) {
      return unfit.get();
    }
    Optional<Duration> wait = guard.begin(attempt(order, stored.get()));
    if (wait.isPresent()) {
      return new Reply.TooMany(wait.get());
    }
    return withRoom(order, merchant, stored.get(), answers);
  }

  private static CardTestingGuard.Attempt attempt(AuthorizationOrder order, StoredCard card) {
    return new CardTestingGuard.Attempt(
        order.paymentId(),
        order.merchantId(),
        order.mode(),
        order.ip(),
        card.fingerprint(),
        order.deviceId());
  }

  private Reply withRoom(
      AuthorizationOrder order, MerchantTerms merchant, StoredCard stored, Answers answers) {
    Instant createdAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Optional<Protocol> way = checks.way(order, merchant, stored);
    RiskOutcome outcome = risk.assess(query(order, merchant, stored, way.isPresent()));
    PaymentTerms terms = ReceivedTerms.of(order, merchant, stored, outcome, createdAt);
    PaymentRecord received =
        PaymentRecord.first(
            Payment.received(terms), UUID.randomUUID().toString(), order.requestHash());
    return outcome.decision() == RiskDecision.DECLINE
        ? declined(order, received, Decline.byRisk(), answers)
        : checked(new Assessed(order, merchant, stored, received), way, outcome, answers);
  }

  /// A token for one payment is taken by this one now, whatever becomes of it.
  private Optional<Reply> unfit(AuthorizationOrder order, StoredCard card) {
    if (!card.isSingleUse()) {
      return Optional.empty();
    }
    if (order.credential() != null) {
      return Optional.of(new Reply.Invalid("/token", "single_use_token"));
    }
    return vault.take(order.merchantId(), order.mode(), card.token(), order.paymentId())
        ? Optional.empty()
        : Optional.of(new Reply.Invalid("/token", "token_used"));
  }

  /// What is known of a payment once risk has said yes.
  private record Assessed(
      AuthorizationOrder order, MerchantTerms merchant, StoredCard card, PaymentRecord received) {}

  private Reply checked(Assessed sale, Optional<Protocol> way, RiskOutcome risk, Answers answers) {
    AuthorizationOrder order = sale.order();
    return switch (checks.need(order, sale.merchant(), sale.card(), way, risk)) {
      case CardholderNeed.None _ -> reserved(sale, sale.received(), answers);
      case CardholderNeed.Exempt(String exemption) ->
          reserved(sale, sale.received().exempt(exemption), answers);
      case CardholderNeed.Impossible _ ->
          declined(order, sale.received(), Decline.byAuthentication("unavailable"), answers);
      case CardholderNeed.Unanswerable(Reply.Invalid reason) -> reason;
      case CardholderNeed.Authenticated need -> {
        Authentication asked =
            Authentication.none().begun(checks.begin(order, sale.merchant(), sale.card(), need));
        yield unsent(
            order,
            sale.received(),
            moment -> new RequireAuthentication(moment.at(), asked),
            answers);
      }
    };
  }

  private static RiskQuery query(
      AuthorizationOrder order, MerchantTerms merchant, StoredCard card, boolean canBeAsked) {
    return new RiskQuery(
        order.paymentId(),
        order.merchantId(),
        order.mode(),
        card,
        order.amount(),
        order.installments(),
        order.ip(),
        order.email(),
        order.deviceId(),
        canBeAsked ? AuthenticationStanding.POSSIBLE : AuthenticationStanding.IMPOSSIBLE,
        merchant.risk());
  }

  private Reply declined(
      AuthorizationOrder order, PaymentRecord received, Decline decline, Answers answers) {
    return unsent(
        order, received, moment -> new DeclineUnsent(moment.at(), moment.day(), decline), answers);
  }

  /// Stores a payment of which nothing leaves.
  private Reply unsent(
      AuthorizationOrder order,
      PaymentRecord received,
      Function<Moment, PaymentCommand> command,
      Answers answers) {
    PaymentRecord inserted =
        writes.stamped(moment -> insert(received, command.apply(moment), answers));
    return inserted.writer().equals(received.writer())
        ? answered(inserted)
        : repeated(order).orElseGet(() -> Reply.refused(Refusal.SERVICE_UNAVAILABLE));
  }

  private Reply reserved(Assessed sale, PaymentRecord received, Answers answers) {
    AuthorizationOrder order = sale.order();
    Reservation place =
        submitted(order) == null
            ? issuer.reserve(received.payment().terms(), rrn(order))
            : issuer.reserve();
    return switch (place) {
      case Reservation.Reserved(IssuerSlot slot) -> sent(sale, received, slot, answers);
      // Certainly not sent, so the shop learns it now and the shopper may take another card.
      case Reservation.Down _ -> declined(order, received, Decline.byOutage(), answers);
      case Reservation.Full _ -> Reply.refused(Refusal.SERVICE_UNAVAILABLE);
    };
  }

  private static String rrn(AuthorizationOrder order) {
    return Rrn.of(order.paymentId(), "authorization", 1);
  }

  private Reply sent(Assessed sale, PaymentRecord received, IssuerSlot reserved, Answers answers) {
    AuthorizationOrder order = sale.order();
    try (IssuerSlot slot = reserved) {
      Attempt attempt = issuer.attempt(rrn(order), slot);
      PaymentRecord written =
          insert(received, new SendAuthorization(attempt.transmittedAt(), attempt), answers);
      if (!written.writer().equals(received.writer())) {
        return repeated(order).orElseGet(() -> Reply.refused(Refusal.SERVICE_UNAVAILABLE));
      }
      return recovery.watching(
          written.payment(),
          () -> {
            IssuerAnswer answer =
                issuer.authorize(written.payment(), attempt, slot, submitted(order));
            return answered(
                softlyDeclined(sale, written, answer, answers)
                    .orElseGet(() -> outcomes.settle(written, answer, sale.merchant(), answers)));
          });
    }
  }

  /// The stored payment: this one, or the one that had the id before. After a lost acknowledgement
  /// only a look at the store tells which.
  private PaymentRecord insert(PaymentRecord received, PaymentCommand command, Answers answers) {
    Accepted accepted = Steps.accepted(PaymentDecider.decide(received.payment(), command));
    PaymentRecord first = received.moved(accepted, answers);
    try {
      if (writes.add(first, accepted.events())) {
        return first;
      }
    } catch (StoreUnavailableException e) {
      recovery.watch(first.payment());
      PaymentRecord found = payments.find(first.id()).orElseThrow(() -> e);
      if (found.writer().equals(first.writer())) {
        writes.recovered(found);
      }
      return found;
    }
    return payments
        .find(first.id())
        .orElseThrow(() -> new IllegalStateException("taken, and yet not there: " + first.id()));
  }

  /// The issuer refused for want of an authentication: the shopper is asked after all, if possible.
  private Optional<PaymentRecord> softlyDeclined(
      Assessed sale, PaymentRecord written, IssuerAnswer answer, Answers answers) {
    if (!(answer instanceof IssuerAnswer.Declined(String code))
        || !Decline.byIssuer(code).wantsAuthentication()) {
      return Optional.empty();
    }
    return checks
        .onSoftDecline(sale.order(), sale.card())
        .map(need -> checks.begin(sale.order(), sale.merchant(), sale.card(), need))
        .map(pending ->
            writes.change(
                written.id(),
                written,
                (record, moment) ->
                    Steps.moving(
                        record,
                        PaymentDecider.decide(
                            record.payment(),
                            new RequireAuthentication(
                                moment.at(), Authentication.none().begun(pending))),
                        answers)));
  }

  private static Reply answered(PaymentRecord record) {
    FrozenAnswer answer = record.answer();
    return answer == null
        ? Reply.refused(Refusal.IDEMPOTENCY_IN_PROGRESS)
        : new Reply.Answered(answer, false);
  }

  private static @Nullable SubmittedCard submitted(AuthorizationOrder order) {
    return order.source() instanceof Source.Submitted submitted ? submitted.card() : null;
  }
}
