package io.openvpos.authorization.payment;

import io.openvpos.authorization.issuer.CardholderProof;
import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.issuer.IssuerNetwork;
import io.openvpos.authorization.issuer.IssuerRequest;
import io.openvpos.authorization.issuer.IssuerSlot;
import io.openvpos.authorization.issuer.KeptCard;
import io.openvpos.authorization.issuer.Reservation;
import io.openvpos.authorization.issuer.TokenUse;
import io.openvpos.authorization.payment.domain.Attempt;
import io.openvpos.authorization.payment.domain.Authentication;
import io.openvpos.authorization.payment.domain.AuthenticationResult;
import io.openvpos.authorization.payment.domain.CredentialOnFile;
import io.openvpos.authorization.payment.domain.Increment;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentTerms;
import io.openvpos.authorization.payment.domain.Refund;
import io.openvpos.authorization.vault.SubmittedCard;
import io.openvpos.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Asks the issuer. Whoever asks has stored the attempt before.
final class IssuerCalls {

  private final IssuerNetwork network;
  private final LateAnswers lateAnswers;
  private final IssuerTimes times;
  private final Clock clock;

  IssuerCalls(IssuerNetwork network, LateAnswers lateAnswers, IssuerTimes times, Clock clock) {
    this.network = network;
    this.lateAnswers = lateAnswers;
    this.times = times;
    this.clock = clock;
  }

  /// A place for a request that brings its card.
  Reservation reserve() {
    return network.reserve();
  }

  /// A place for a request with the stored card of a payment.
  Reservation reserve(PaymentTerms terms, String rrn) {
    return network.reserve(
        new TokenUse(terms.merchantId(), terms.mode(), terms.card().token(), rrn));
  }

  Attempt attempt(String rrn, IssuerSlot slot) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Attempt(rrn, slot.stan(), now, now.plus(times.deadline()));
  }

  /// Sends an authorization and waits for its answer.
  IssuerAnswer authorize(
      Payment payment, Attempt attempt, IssuerSlot slot, @Nullable SubmittedCard submitted) {
    PaymentTerms terms = payment.terms();
    lateAnswers.expect(attempt.rrn(), terms.paymentId());
    IssuerRequest request =
        request(
            terms,
            terms.amount(),
            attempt,
            slot,
            submitted,
            proof(payment.authentication()),
            kept(terms.credential()));
    return settled(attempt, network.authorize(request));
  }

  /// Sends a refund and waits for its answer.
  IssuerAnswer refund(Payment payment, Refund refund, IssuerSlot slot) {
    return follow(payment, refund.amount(), refund.attempt(), slot, network::refund);
  }

  /// Asks to hold more and waits for the answer.
  IssuerAnswer increment(Payment payment, Increment increment, IssuerSlot slot) {
    return follow(payment, increment.amount(), increment.attempt(), slot, network::increment);
  }

  /// Sends what names the authorization that it follows.
  private IssuerAnswer follow(
      Payment payment,
      Money amount,
      Attempt attempt,
      IssuerSlot slot,
      BiFunction<IssuerRequest, String, IssuerAnswer> call) {
    Attempt original = payment.attempt();
    if (original == null) {
      throw new IllegalStateException("nothing was authorized: " + payment.id());
    }
    lateAnswers.expect(attempt.rrn(), payment.id());
    IssuerRequest request = request(payment.terms(), amount, attempt, slot, null, null, null);
    return settled(attempt, call.apply(request, original.rrn()));
  }

  private IssuerAnswer settled(Attempt attempt, IssuerAnswer answer) {
    switch (answer) {
      case IssuerAnswer.Approved _, IssuerAnswer.Declined _ -> lateAnswers.forget(attempt.rrn());
      case IssuerAnswer.NoAnswer _, IssuerAnswer.NotSent _ -> {
        // An answer may still come.
      }
    }
    return answer;
  }

  private static IssuerRequest request(
      PaymentTerms terms,
      Money amount,
      Attempt attempt,
      IssuerSlot slot,
      @Nullable SubmittedCard submitted,
      @Nullable CardholderProof cardholder,
      @Nullable KeptCard kept) {
    return new IssuerRequest(
        slot,
        attempt.rrn(),
        terms.merchantId(),
        submitted,
        amount,
        terms.installments(),
        terms.terminalId(),
        terms.mcc(),
        attempt.transmittedAt(),
        attempt.deadline(),
        cardholder,
        kept);
  }

  private static @Nullable KeptCard kept(@Nullable CredentialOnFile credential) {
    return credential == null
        ? null
        : new KeptCard(
            credential.isByMerchant(),
            credential.reason().name().charAt(0),
            credential.initial(),
            credential.networkTransactionId());
  }

  private static @Nullable CardholderProof proof(@Nullable Authentication authentication) {
    if (authentication == null) {
      return null;
    }
    AuthenticationResult result = authentication.result();
    return result == null
        ? new CardholderProof(null, null, null, null, authentication.exemption())
        : new CardholderProof(
            result.eci(), result.proof(), result.dsTransId(), result.version(), null);
  }
}
