package io.openvpos.authorization.payment;

import io.openvpos.authorization.guard.CardTestingGuard;
import io.openvpos.authorization.guard.GuardSettings;
import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.issuer.LateAnswer;
import io.openvpos.authorization.payment.AuthorizationOrder.Source;
import io.openvpos.authorization.payment.OperationOrder.Action;
import io.openvpos.authorization.payment.domain.Increment;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentScenario;
import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.authorization.payment.domain.Refund;
import io.openvpos.authorization.payment.domain.Rejection;
import io.openvpos.authorization.profile.CaptureTerms;
import io.openvpos.authorization.profile.CheckoutTerms;
import io.openvpos.authorization.profile.ContractStart;
import io.openvpos.authorization.profile.MerchantTerms;
import io.openvpos.authorization.profile.ThreeDSecureTerms;
import io.openvpos.authorization.risk.AuthenticationStanding;
import io.openvpos.authorization.risk.RiskDecision;
import io.openvpos.authorization.risk.RiskOutcome;
import io.openvpos.authorization.risk.RiskPolicy;
import io.openvpos.authorization.risk.RiskQuery;
import io.openvpos.authorization.threeds.Authenticate;
import io.openvpos.authorization.vault.StoredCard;
import io.openvpos.authorization.vault.SubmittedCard;
import io.openvpos.authorization.vault.TokenUsage;
import io.openvpos.authorization.vault.UseReason;
import io.openvpos.authorization.vault.Vault;
import io.openvpos.authorization.vault.VaultUnavailableException;
import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.task.Tasks;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The payment use cases on fakes of everything around them, with a clock that the test moves.
public final class PaymentFixture implements AutoCloseable {

  static final int UNRESOLVED_AFTER = 2;
  static final IssuerTimes TIMES = new IssuerTimes(Duration.ofSeconds(5), Duration.ofSeconds(5));

  final InMemoryPayments payments = new InMemoryPayments();
  final ScriptedIssuer issuer = new ScriptedIssuer();
  public final MovedClock clock = new MovedClock();
  final BusinessDays days = new BusinessDays(clock);
  private final Tasks tasks = Tasks.system();
  final PaymentWrites writes;
  final ForwardAdvices advices;
  final Recovery recovery;
  final LateAnswers lateAnswers;
  final InMemoryAuthentications authentications = new InMemoryAuthentications();
  final ScriptedDirectory directory = new ScriptedDirectory();
  public final Authenticate authenticate;
  final HeldCards codes = new HeldCards();
  final ContinuePayment continuation;
  MerchantTerms.Status standing = MerchantTerms.Status.ACTIVE;

  /// The instance has just started and knows no merchant.
  volatile boolean unread;

  /// May show the merchant's checkout.
  public static final String FRAME = "https://frame.test";

  ThreeDSecureTerms terms = ThreeDSecureTerms.DEFAULT;
  public final AuthorizePayment authorize;
  public final OperatePayment operate;
  public final AskForPoints askForPoints;
  final UnresolvedReversals unresolved;
  public final Vault vault = new TokenVault();

  /// A token for one payment.
  static final String ONCE = "tok_once";

  private final Map<String, String> takenBy = new ConcurrentHashMap<>();
  private final Map<String, String> names = new ConcurrentHashMap<>();
  public volatile boolean vaultAway;

  /// Others change the card's row all the time.
  volatile boolean rowIsBusy;

  /// The merchants whose requests came again.
  public final List<String> replayed = new CopyOnWriteArrayList<>();

  RiskDecision risk = RiskDecision.APPROVE;

  boolean riskIsSilent;

  private final CardTestingGuard guard =
      new CardTestingGuard(
          new GuardSettings(
              true,
              Duration.ofMinutes(10),
              new GuardSettings.Address(1_000, 20),
              new GuardSettings.Card(1_000, 20),
              new GuardSettings.Device(1_000, 20),
              1_000),
          clock);

  /// What risk was asked.
  final List<RiskQuery> riskQueries = new CopyOnWriteArrayList<>();

  public PaymentFixture() {
    days.opened(PaymentScenario.MONDAY, PaymentScenario.NOON.plus(Duration.ofHours(12)));
    writes = new PaymentWrites(payments, days, tasks);
    advices =
        new ForwardAdvices(payments, writes, issuer, new PlainAnswers(), UNRESOLVED_AFTER, tasks);
    writes.onStored(advices::stored);
    writes.onStored(new ToldDeclines(guard));
    recovery = new Recovery(payments, writes, advices, new PlainAnswers(), TIMES, clock, tasks);
    writes.onGivenUp(recovery::lookSoon);
    lateAnswers = new LateAnswers(writes, new PlainAnswers(), tasks);
    authenticate = new Authenticate(authentications, directory, Duration.ofMinutes(10), clock);
    CardholderChecks checks =
        new CardholderChecks(
            authenticate,
            codes,
            new Exemptions(
                List.of(
                    new Exemptions.Rule("low_value", "TRY", 50_000, 100),
                    new Exemptions.Rule("merchant_initiated", null, 100_000, 100))),
            "http://edge.test");
    IssuerCalls calls = new IssuerCalls(issuer, lateAnswers, TIMES, clock);
    IssuerOutcomes outcomes = new IssuerOutcomes(writes, new HoldPeriods(7, List.of()), vault);
    authorize =
        new AuthorizePayment(
            payments,
            writes,
            id -> Optional.of(merchant(standing, terms)),
            vault,
            this::assessed,
            calls,
            recovery,
            checks,
            guard,
            outcomes,
            clock);
    askForPoints =
        new AskForPoints(id -> Optional.of(seller()), vault, issuer, guard, TIMES, clock);
    continuation =
        new ContinuePayment(
            payments,
            writes,
            id -> unread ? Optional.empty() : Optional.of(merchant(standing, terms)),
            checks,
            new SecondOpinion(this::assessed),
            calls,
            outcomes,
            recovery,
            new PlainAnswers());
    authenticate.onEnded(continuation::ended);
    unresolved = new UnresolvedReversals(payments, writes, new PlainAnswers(), UNRESOLVED_AFTER);
    operate =
        new OperatePayment(
            writes, id -> Optional.of(merchant(standing, terms)), calls, recovery, clock);
  }

  /// What risk says: a challenge only of who can be asked.
  private RiskOutcome assessed(RiskQuery query) {
    riskQueries.add(query);
    boolean review =
        risk == RiskDecision.CHALLENGE && query.standing() != AuthenticationStanding.POSSIBLE;
    return riskIsSilent
        ? query.policy().onSilence(query.amount())
        : new RiskOutcome(review ? RiskDecision.REVIEW : risk, 12, List.of(), false);
  }

  public Payments payments() {
    return payments;
  }

  Reply pay(String key) {
    return authorize.handle(order(key, 12990, CaptureMethod.AUTOMATIC), new PlainAnswers());
  }

  Reply pay(String key, long amount, CaptureMethod method) {
    return authorize.handle(order(key, amount, method), new PlainAnswers());
  }

  Reply operate(String key, Action action) {
    return operate.handle(payments.only(), order(key, action), new PlainAnswers());
  }

  /// The same use case on another instance: the store is all that they share.
  OperatePayment elsewhere(ScriptedIssuer network) {
    return new OperatePayment(
        writes,
        id -> Optional.of(merchant(standing, terms)),
        new IssuerCalls(network, lateAnswers, TIMES, clock),
        recovery,
        clock);
  }

  static OperationOrder order(String key, Action action) {
    return new OperationOrder(key, String.valueOf(action), action);
  }

  Reply capture(String key, @Nullable Long amount) {
    return operate(key, new Action.Capturing(amount, false));
  }

  Reply increment(String key, long amount) {
    return operate(key, new Action.Incrementing(amount));
  }

  Reply refund(String key, @Nullable Long amount) {
    return operate(key, new Action.Refunding(amount, null));
  }

  void late(String rrn) {
    lateAnswers.arrived(new LateAnswer(rrn, true, "00", "A1B2C3"));
  }

  static AuthorizationOrder order(String key, long amount, CaptureMethod method) {
    return new AuthorizationOrder(
        Keys.paymentId("m_1", Mode.TEST, "POST", "/v1/payments", key),
        "hash-" + amount,
        "m_1",
        Mode.TEST,
        Money.of(amount, "TRY"),
        "A-1",
        method,
        1,
        new Source.Token("tok_1"),
        null,
        null,
        null,
        null,
        Map.of(),
        null,
        null);
  }

  public static Answers answers() {
    return new PlainAnswers();
  }

  /// What the issuer says from now on; null: nothing, ever.
  public void issuerSays(@Nullable String responseCode) {
    issuer.answers(
        responseCode == null
            ? new IssuerAnswer.NoAnswer()
            : responseCode.equals("00")
                ? new IssuerAnswer.Approved("00", "A1B2C3")
                : new IssuerAnswer.Declined(responseCode));
  }

  /// Runs something while the issuer thinks; then it approves.
  public void whileTheIssuerThinks(Runnable something) {
    issuer.answers(request -> {
      something.run();
      return new IssuerAnswer.Approved("00", "A1B2C3");
    });
  }

  /// The merchant as it stands now.
  public MerchantTerms seller() {
    return merchant(standing, terms);
  }

  public void authenticates(ThreeDSecureTerms policy) {
    terms = policy;
  }

  /// Whether cards take part in 3-D Secure from now on.
  public void cardsTakePart(boolean takesPart) {
    directory.takesPart = takesPart;
  }

  public void issuerIsFull(boolean full) {
    if (full) {
      issuer.full();
    } else {
      issuer.up();
    }
  }

  public int issuerRequests() {
    return issuer.requests().size();
  }

  public static MerchantTerms merchant() {
    return merchant(MerchantTerms.Status.ACTIVE, ThreeDSecureTerms.DEFAULT);
  }

  private static MerchantTerms merchant(
      MerchantTerms.Status standing, ThreeDSecureTerms authentication) {
    return new MerchantTerms(
        "m_1",
        "Shop",
        standing,
        Set.of(Mode.TEST),
        Set.of(Currency.getInstance("TRY")),
        "TERM0001",
        "5411",
        new RiskPolicy(1_000, 10, 10, 10),
        new CaptureTerms(true, 7, 12),
        List.of(new ContractStart(1, PaymentScenario.MONDAY)),
        new CheckoutTerms(false, Map.of(), Set.of(FRAME)),
        authentication);
  }

  @Override
  public void close() {
    advices.close();
    recovery.close();
  }

  /// A clock that stands still until it is moved.
  public static final class MovedClock extends Clock {

    private final AtomicReference<Instant> now = new AtomicReference<>(PaymentScenario.NOON);

    public void move(Duration by) {
      now.updateAndGet(then -> then.plus(by));
    }

    @Override
    public Instant instant() {
      return now.get();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /// One card behind one token.
  private final class TokenVault implements Vault {

    @Override
    public StoredCard store(String merchantId, Mode mode, SubmittedCard card) {
      return find(merchantId, mode, "tok_1", UseReason.payment("")).orElseThrow();
    }

    @Override
    public Optional<StoredCard> find(String merchantId, Mode mode, String token, UseReason reason) {
      if (vaultAway) {
        throw new VaultUnavailableException(new IllegalStateException("away on purpose"));
      }
      return Optional.of(
          new StoredCard(
              token,
              "visa",
              "41556501",
              "6111",
              "credit",
              "TR",
              "domestic_credit",
              "fp",
              token.equals(ONCE) ? TokenUsage.SINGLE_USE : TokenUsage.MULTI_USE,
              names.get(token)));
    }

    @Override
    public StoredCard storeOnce(String merchantId, Mode mode, SubmittedCard card) {
      return find(merchantId, mode, ONCE, UseReason.payment("")).orElseThrow();
    }

    @Override
    public boolean take(String merchantId, Mode mode, String token, String paymentId) {
      return paymentId.equals(takenBy.computeIfAbsent(token, _ -> paymentId));
    }

    @Override
    public void remember(String merchantId, Mode mode, String token, String networkTransactionId) {
      if (rowIsBusy) {
        throw new IllegalStateException("busy on purpose");
      }
      names.putIfAbsent(token, networkTransactionId);
    }

    @Override
    public String fingerprint(SubmittedCard card) {
      return "fp";
    }

    @Override
    public String identity(SubmittedCard card) {
      return "identity";
    }
  }

  /// Answers that tell just enough to be told apart.
  static final class PlainAnswers implements Answers {

    @Override
    public FrozenAnswer created(Payment payment) {
      String status = payment.status().code();
      return new FrozenAnswer(status.equals("processing") ? 202 : 201, status);
    }

    @Override
    public FrozenAnswer changed(Payment payment) {
      return new FrozenAnswer(
          200, payment.status().code() + " " + payment.amountCaptured().minorUnits());
    }

    @Override
    public FrozenAnswer refunded(Payment payment, Refund refund) {
      return new FrozenAnswer(201, refund.status().name());
    }

    @Override
    public FrozenAnswer incremented(Payment payment, Increment increment) {
      return new FrozenAnswer(201, increment.status().name());
    }

    @Override
    public FrozenAnswer refused(Rejection rejection) {
      return new FrozenAnswer(422, rejection.name());
    }
  }
}
