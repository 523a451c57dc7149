package io.openvpos.authorization.payment;

import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.issuer.IssuerSlot;
import io.openvpos.authorization.issuer.Reservation;
import io.openvpos.authorization.issuer.Rrn;
import io.openvpos.authorization.payment.domain.Attempt;
import io.openvpos.authorization.payment.domain.AuthenticationResult;
import io.openvpos.authorization.payment.domain.Decision.Accepted;
import io.openvpos.authorization.payment.domain.Decline;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentCommand;
import io.openvpos.authorization.payment.domain.PaymentCommand.DeclineUnsent;
import io.openvpos.authorization.payment.domain.PaymentCommand.SendAuthorization;
import io.openvpos.authorization.payment.domain.PaymentDecider;
import io.openvpos.authorization.payment.domain.PaymentState.AuthorizationSent;
import io.openvpos.authorization.payment.domain.PaymentState.AwaitingAuthentication;
import io.openvpos.authorization.profile.MerchantTerms;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.authorization.threeds.domain.Authentication;
import io.openvpos.authorization.threeds.domain.Ending;
import io.openvpos.authorization.vault.SubmittedCard;
import io.openvpos.authorization.vault.VaultUnavailableException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a payment on after its authentication ended: to the issuer, or declined. Told of one end
/// any number of times, by any instance, it does it once: whose compare-and-set moves the payment
/// sends the request.
public final class ContinuePayment {

  private static final Logger LOGGER = LoggerFactory.getLogger(ContinuePayment.class);

  private final Payments payments;
  private final PaymentWrites writes;
  private final Merchants merchants;
  private final CardholderChecks checks;
  private final SecondOpinion opinion;
  private final IssuerCalls issuer;
  private final IssuerOutcomes outcomes;
  private final Recovery recovery;
  private final Answers answers;

  ContinuePayment(
      Payments payments,
      PaymentWrites writes,
      Merchants merchants,
      CardholderChecks checks,
      SecondOpinion opinion,
      IssuerCalls issuer,
      IssuerOutcomes outcomes,
      Recovery recovery,
      Answers answers) {
    this.payments = payments;
    this.writes = writes;
    this.merchants = merchants;
    this.checks = checks;
    this.opinion = opinion;
    this.issuer = issuer;
    this.outcomes = outcomes;
    this.recovery = recovery;
    this.answers = answers;
  }

  /// What cannot be done now, for want of a place or a profile, is told again.
  public void ended(Authentication authentication) {
    Optional<PaymentRecord> found = payments.find(authentication.purchase().paymentId());
    Ending ending = authentication.ending();
    if (ending == null) {
      return;
    }
    if (found.isEmpty()) {
      settled(authentication.id());
      return;
    }
    if (!waitsFor(found.get().payment(), authentication.id())) {
      // Another authentication's payment, or one that went on.
      settledUnlessSent(found.get(), authentication.id());
      return;
    }
    AuthenticationResult result = result(authentication, ending);
    Optional<MerchantTerms> merchant = merchants.find(authentication.purchase().merchantId());
    if (!authentication.mayProceed()) {
      Decline why = Decline.byAuthentication(result.status());
      declined(found.get(), authentication.id(), why, result);
    } else {
      // Unknown is one whose profile was not read yet: the sweep tells it again.
      merchant.ifPresent(terms -> proven(found.get(), authentication, result, terms));
    }
  }

  private void proven(
      PaymentRecord found,
      Authentication authentication,
      AuthenticationResult result,
      MerchantTerms merchant) {
    if (!merchant.isActive()) {
      declined(found, authentication.id(), Decline.byMerchant(), result);
    } else if (opinion.declines(found.payment().terms(), authentication, merchant)) {
      declined(found, authentication.id(), Decline.byRisk(), result);
    } else {
      proceeds(found, authentication, result, merchant);
    }
  }

  private void proceeds(
      PaymentRecord found,
      Authentication authentication,
      AuthenticationResult result,
      MerchantTerms merchant) {
    switch (place(found)) {
      case Reservation.Reserved(IssuerSlot slot) ->
          sent(found, authentication, result, slot, merchant);
      case Reservation.Down _ -> declined(found, authentication.id(), Decline.byOutage(), result);
      case Reservation.Full _ -> {
        // The sweep tells it again.
      }
    }
  }

  /// Also where the code is held with which the card goes: a vault that is away shows it here,
  /// where nothing has been stored.
  private Reservation place(PaymentRecord found) {
    try {
      return issuer.reserve(found.payment().terms(), rrn(found));
    } catch (VaultUnavailableException away) {
      LOGGER.warn("the card of {} cannot be opened now", found.id(), away);
      return new Reservation.Full();
    }
  }

  private static String rrn(PaymentRecord found) {
    int number = found.payment().attempt() == null ? 1 : 2;
    return Rrn.of(found.id(), "authorization", number);
  }

  private static boolean waitsFor(Payment payment, String authenticationId) {
    return payment.state() instanceof AwaitingAuthentication
        && Optional.ofNullable(payment.authentication())
            .map(io.openvpos.authorization.payment.domain.Authentication::pending)
            .filter(pending -> pending.id().equals(authenticationId))
            .isPresent();
  }

  private void sent(
      PaymentRecord found,
      Authentication authentication,
      AuthenticationResult result,
      IssuerSlot reserved,
      MerchantTerms merchant) {
    try (IssuerSlot slot = reserved) {
      Attempt attempt = issuer.attempt(rrn(found), slot);
      PaymentRecord written =
          moved(
              found,
              authentication.id(),
              moment -> new SendAuthorization(attempt.transmittedAt(), attempt, result));
      if (written == null) {
        // Somebody else moved it, or nobody knows whether we did: then the attempt is given up.
        recovery.watch(found.payment());
        return;
      }
      var _ =
          recovery.watching(
              written.payment(),
              () -> {
                IssuerAnswer answer =
                    issuer.authorize(
                        written.payment(), attempt, slot, code(written, authentication));
                return outcomes.settle(written, answer, merchant, answers);
              });
    }
    settled(authentication.id());
  }

  /// The card with its code, which is destroyed by this.
  private @Nullable SubmittedCard code(PaymentRecord written, Authentication authentication) {
    return checks
        .codes()
        .take(
            authentication.id(),
            written.payment().terms().merchantId(),
            written.payment().terms().mode(),
            written.payment().terms().card().token())
        .orElse(null);
  }

  private void declined(
      PaymentRecord found, String authenticationId, Decline decline, AuthenticationResult result) {
    PaymentRecord after =
        writes.change(
            found.id(),
            found,
            (record, moment) ->
                Steps.moving(
                    record,
                    PaymentDecider.decide(
                        record.payment(),
                        new DeclineUnsent(moment.at(), moment.day(), decline, result)),
                    answers));
    settledUnlessSent(after, authenticationId);
  }

  /// The payment after the command, if this very call stored it.
  private @Nullable PaymentRecord moved(
      PaymentRecord found, String authenticationId, Function<Moment, PaymentCommand> command) {
    return writes
        .<Optional<PaymentRecord>>change(
            found.id(),
            found,
            (record, moment) -> {
              if (!waitsFor(record.payment(), authenticationId)) {
                return new PaymentWrites.Step.Keep<>(Optional.empty());
              }
              Accepted accepted =
                  Steps.accepted(PaymentDecider.decide(record.payment(), command.apply(moment)));
              PaymentRecord after = record.moved(accepted, answers);
              return new PaymentWrites.Step.Store<>(after, accepted.events(), Optional.of(after));
            })
        .orElse(null);
  }

  /// Whoever has just stored the attempt is about to take the code and send it along: until the
  /// issuer's outcome is known the code is theirs. The sweep tells the end again.
  private void settledUnlessSent(PaymentRecord record, String authenticationId) {
    if (!(record.payment().state() instanceof AuthorizationSent)) {
      settled(authenticationId);
    }
  }

  private void settled(String authenticationId) {
    checks.codes().destroy(authenticationId);
    checks.authenticate().settled(authenticationId);
  }

  private static AuthenticationResult result(Authentication authentication, Ending ending) {
    return new AuthenticationResult(
        ending.outcome().code(),
        ending.flow().code(),
        authentication.protocol().version(),
        ending.eci(),
        ending.proof(),
        authentication.dsTransId(),
        ending.outcome().proves());
  }
}
