package io.openvpos.sandbox.simulation.world;

import io.openvpos.authorization.guard.CardTestingGuard;
import io.openvpos.authorization.payment.Answers;
import io.openvpos.authorization.payment.AuthorizationOrder;
import io.openvpos.authorization.payment.CardholderChecks;
import io.openvpos.authorization.payment.HoldPeriods;
import io.openvpos.authorization.payment.IssuerTimes;
import io.openvpos.authorization.payment.LifecycleRules;
import io.openvpos.authorization.payment.OperationOrder;
import io.openvpos.authorization.payment.PaymentLifecycle;
import io.openvpos.authorization.payment.Payments;
import io.openvpos.authorization.payment.Reply;
import io.openvpos.authorization.payment.StoreUnavailableException;
import io.openvpos.authorization.payment.kafka.AvroFacts;
import io.openvpos.authorization.profile.CaptureTerms;
import io.openvpos.authorization.profile.CheckoutTerms;
import io.openvpos.authorization.profile.ContractStart;
import io.openvpos.authorization.profile.MerchantTerms;
import io.openvpos.authorization.profile.ThreeDSecureTerms;
import io.openvpos.authorization.risk.RiskDecision;
import io.openvpos.authorization.risk.RiskOutcome;
import io.openvpos.authorization.risk.RiskPolicy;
import io.openvpos.authorization.vault.StoredCard;
import io.openvpos.authorization.vault.SubmittedCard;
import io.openvpos.authorization.vault.UseReason;
import io.openvpos.authorization.vault.Vault;
import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.day.DayUnknownException;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.money.Mode;
import io.openvpos.sandbox.simulation.machine.SimulatedProcess;
import io.openvpos.schemas.Topics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One instance of authorization-service: the real use cases, relay and drain.
public final class AuthorizationProcess {

  private static final LifecycleRules RULES =
      new LifecycleRules(
          new IssuerTimes(Duration.ofSeconds(5), Duration.ofSeconds(5)),
          new HoldPeriods(7, List.of()),
          10);

  private final Platform platform;
  private final SimulatedProcess process;
  private final Payments payments;
  private final OutboxRelay relay;
  private final PaymentLifecycle lifecycle;
  private final BusinessDays days;
  private final RecordSender sender;

  AuthorizationProcess(Platform platform, SimulatedProcess process) {
    this.platform = platform;
    this.process = process;
    StoreCalls calls = new StoreCalls(platform.scheduler, process, StoreUnavailableException::new);
    sender = platform.sender(process);
    days = platform.days(process);
    relay =
        new OutboxRelay(
            "payments", platform.payments.outboxes(calls), sender, platform.tasks(process));
    payments = platform.payments.payments(calls, new AvroFacts(platform.codec(process)), relay);
    lifecycle =
        PaymentLifecycle.over(
            new PaymentLifecycle.Parts(
                payments,
                days,
                id -> Optional.of(merchant(id)),
                new OneCard(),
                query -> new RiskOutcome(RiskDecision.APPROVE, 12, List.of(), false),
                platform.network.connect(process),
                new PlainAnswers(),
                CardholderChecks.none(),
                CardTestingGuard.none(platform.clock())),
            RULES,
            platform.clock(),
            platform.tasks(process));
  }

  void start() {
    lifecycle.recovery().start();
    platform.drain(
        process,
        Topics.PAYMENTS,
        days,
        sender,
        () -> {
          lifecycle.recovery().sweepSoon();
          relay.sweep();
          relay.awaitSent();
        });
  }

  /// Null if the connection broke or the service could not answer.
  public @Nullable Reply create(AuthorizationOrder order) {
    return request(() -> lifecycle.authorize().handle(order, new PlainAnswers()));
  }

  /// Null also if there is no such payment.
  public @Nullable Reply operate(String paymentId, OperationOrder order) {
    return request(() ->
        payments
            .find(paymentId)
            .map(seen -> lifecycle.operate().handle(seen, order, (Answers) new PlainAnswers()))
            .orElse(null));
  }

  private @Nullable Reply request(Supplier<@Nullable Reply> work) {
    AtomicReference<@Nullable Reply> reply = new AtomicReference<>();
    BooleanSupplier over =
        platform.scheduler.start(
            process, process.name() + "/request", () -> reply.set(answered(work)));
    platform.scheduler.await(over);
    return reply.get();
  }

  private static @Nullable Reply answered(Supplier<@Nullable Reply> work) {
    try {
      return work.get();
    } catch (StoreUnavailableException | DayUnknownException e) {
      return null;
    }
  }

  private static MerchantTerms merchant(String id) {
    return new MerchantTerms(
        id,
        "Shop",
        MerchantTerms.Status.ACTIVE,
        Set.of(Mode.TEST),
        Set.of(Currency.getInstance("TRY")),
        "TERM0001",
        "5411",
        new RiskPolicy(1_000, 10, 10, 10),
        new CaptureTerms(true, 7, 12),
        List.of(new ContractStart(1, LocalDate.of(2000, 1, 1))),
        CheckoutTerms.OPEN,
        ThreeDSecureTerms.DEFAULT);
  }

  /// One card behind every token.
  private static final class OneCard implements Vault {

    @Override
    public StoredCard store(String merchantId, Mode mode, SubmittedCard card) {
      throw new UnsupportedOperationException("paid by token");
    }

    @Override
    public Optional<StoredCard> find(String merchantId, Mode mode, String token, UseReason reason) {
      return Optional.of(
          new StoredCard(
              token, "visa", "41556501", "6111", "credit", "TR", "domestic_credit", "fp"));
    }

    @Override
    public StoredCard storeOnce(String merchantId, Mode mode, SubmittedCard card) {
      throw new UnsupportedOperationException("paid by token");
    }

    @Override
    public boolean take(String merchantId, Mode mode, String token, String paymentId) {
      return true;
    }

    @Override
    public void remember(String merchantId, Mode mode, String token, String networkTransactionId) {
      throw new UnsupportedOperationException("no card is kept");
    }

    @Override
    public String fingerprint(SubmittedCard card) {
      return "fp";
    }

    @Override
    public String identity(SubmittedCard card) {
      throw new UnsupportedOperationException("paid by token");
    }
  }
}
