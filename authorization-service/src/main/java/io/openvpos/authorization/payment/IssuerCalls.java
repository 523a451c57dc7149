package io.openvpos.authorization.payment;

import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.issuer.IssuerNetwork;
import io.openvpos.authorization.issuer.IssuerRequest;
import io.openvpos.authorization.issuer.IssuerSlot;
import io.openvpos.authorization.payment.domain.Attempt;
import io.openvpos.authorization.payment.domain.PaymentTerms;
import io.openvpos.authorization.payment.domain.Refund;
import io.openvpos.authorization.vault.SubmittedCard;
import io.openvpos.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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

  /// Empty if no connection to the issuers is up.
  Optional<IssuerSlot> reserve() {
    return network.reserve();
  }

  Attempt attempt(String rrn, IssuerSlot slot) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Attempt(rrn, slot.stan(), now, now.plus(times.deadline()));
  }

  /// Sends an authorization and waits for its answer.
  IssuerAnswer authorize(
      PaymentTerms terms, Attempt attempt, IssuerSlot slot, @Nullable SubmittedCard submitted) {
    lateAnswers.expect(attempt.rrn(), terms.paymentId());
    IssuerAnswer answer =
        network.authorize(request(terms, terms.amount(), attempt, slot, submitted));
    return settled(attempt, answer);
  }

  /// Sends a refund and waits for its answer.
  IssuerAnswer refund(PaymentTerms terms, Refund refund, IssuerSlot slot, String originalRrn) {
    lateAnswers.expect(refund.attempt().rrn(), terms.paymentId());
    IssuerAnswer answer =
        network.refund(request(terms, refund.amount(), refund.attempt(), slot, null), originalRrn);
    return settled(refund.attempt(), answer);
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
      @Nullable SubmittedCard submitted) {
    return new IssuerRequest(
        slot,
        attempt.rrn(),
        terms.card().token(),
        terms.merchantId(),
        terms.mode(),
        submitted,
        amount,
        terms.installments(),
        terms.terminalId(),
        terms.mcc(),
        attempt.transmittedAt(),
        attempt.deadline());
  }
}
