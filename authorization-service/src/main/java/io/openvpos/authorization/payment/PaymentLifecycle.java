package io.openvpos.authorization.payment;

import io.openvpos.authorization.guard.CardTestingGuard;
import io.openvpos.authorization.issuer.IssuerNetwork;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.authorization.risk.RiskCheck;
import io.openvpos.authorization.vault.Vault;
import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.task.Tasks;
import java.time.Clock;

/// The payment's use cases, wired: what requests ask for, and the work behind it that finishes what
/// they leave.
public record PaymentLifecycle(
    AuthorizePayment authorize,
    OperatePayment operate,
    UnresolvedReversals unresolved,
    Recovery recovery,
    ForwardAdvices advices,
    ContinuePayment continuation)
    implements AutoCloseable {

  /// What a payment's life depends on.
  ///
  /// @param unattended writes the answers that are frozen while no request waits for them
  public record Parts(
      Payments payments,
      BusinessDays days,
      Merchants merchants,
      Vault vault,
      RiskCheck risk,
      IssuerNetwork network,
      Answers unattended,
      CardholderChecks checks,
      CardTestingGuard guard) {}

  /// Over the given parts.
  public static PaymentLifecycle over(Parts parts, LifecycleRules rules, Clock clock, Tasks tasks) {
    Payments payments = parts.payments();
    IssuerNetwork network = parts.network();
    Answers answers = parts.unattended();
    IssuerTimes times = rules.issuer();
    PaymentWrites writes = new PaymentWrites(payments, parts.days(), tasks);
    ForwardAdvices advices =
        new ForwardAdvices(payments, writes, network, answers, rules.unresolvedAfter(), tasks);
    writes.onStored(advices::stored);
    writes.onStored(new ToldDeclines(parts.guard()));
    Recovery recovery = new Recovery(payments, writes, advices, answers, times, clock, tasks);
    writes.onGivenUp(recovery::lookSoon);
    LateAnswers lateAnswers = new LateAnswers(writes, answers, tasks);
    network.onLateAnswer(lateAnswers::arrived);
    IssuerCalls issuer = new IssuerCalls(network, lateAnswers, times, clock);
    IssuerOutcomes outcomes = new IssuerOutcomes(writes, rules.holds(), parts.vault());
    ContinuePayment continuation =
        new ContinuePayment(
            payments,
            writes,
            parts.merchants(),
            parts.checks(),
            new SecondOpinion(parts.risk()),
            issuer,
            outcomes,
            recovery,
            answers);
    parts.checks().authenticate().onEnded(continuation::ended);
    return new PaymentLifecycle(
        new AuthorizePayment(
            payments,
            writes,
            parts.merchants(),
            parts.vault(),
            parts.risk(),
            issuer,
            recovery,
            parts.checks(),
            parts.guard(),
            outcomes,
            clock),
        new OperatePayment(writes, parts.merchants(), issuer, recovery, clock),
        new UnresolvedReversals(payments, writes, answers, rules.unresolvedAfter()),
        recovery,
        advices,
        continuation);
  }

  @Override
  public void close() {
    advices.close();
    recovery.close();
  }
}
