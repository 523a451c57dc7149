package io.openvpos.authorization.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.checkout.Checkout.Sent;
import io.openvpos.authorization.checkout.OpenCheckout.Opening;
import io.openvpos.authorization.checkout.domain.CheckoutSession;
import io.openvpos.authorization.checkout.domain.LineItem;
import io.openvpos.authorization.checkout.domain.Sale;
import io.openvpos.authorization.checkout.domain.SessionStatus;
import io.openvpos.authorization.checkout.domain.ShopAddresses;
import io.openvpos.authorization.checkout.mongo.MongoCheckoutSessions;
import io.openvpos.authorization.fakes.MemoryStore;
import io.openvpos.authorization.payment.Answers;
import io.openvpos.authorization.payment.AuthorizationOrder;
import io.openvpos.authorization.payment.AuthorizationOrder.Source;
import io.openvpos.authorization.payment.PaymentFixture;
import io.openvpos.authorization.payment.domain.PaymentStatus;
import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A session over real payments and a real store, with an issuer that does as the test says.
final class CheckoutTest {

  private static final CheckoutSettings SETTINGS =
      new CheckoutSettings(
          URI.create("http://localhost:8080"),
          Duration.ofMinutes(30),
          3,
          Duration.ofSeconds(20),
          16);

  private final MemoryStore store = new MemoryStore();
  private final PaymentFixture at = new PaymentFixture();
  private final Answers answers = PaymentFixture.answers();
  private final CheckoutSessions sessions = MongoCheckoutSessions.in(store.database());
  private final AtomicInteger keys = new AtomicInteger();
  private final OpenCheckout open =
      new OpenCheckout(
          sessions,
          id -> Optional.of(PaymentFixture.merchant()),
          SETTINGS,
          new SecureRandom(),
          at.clock);
  private final Checkout checkout =
      new Checkout(
          sessions, at.payments(), at.authorize, at.operate, answers, SETTINGS.rules(), at.clock);

  @AfterEach
  void close() {
    at.close();
    store.close();
  }

  @Test
  void isPaidOnce() {
    CheckoutSession session = opened();

    assertThat(status(pay(session, 1))).isEqualTo(SessionStatus.PAID);
    assertThat(status(pay(session, 1))).isEqualTo(SessionStatus.PAID);
    assertThat(status(pay(again(session), 2))).isEqualTo(SessionStatus.PAID);
    assertThat(at.issuerRequests()).isEqualTo(1);
    assertThat(Objects.requireNonNull(look(session).payment()).payment().terms().metadata())
        .containsEntry("session_id", session.terms().id())
        .containsEntry("cart", "7");
  }

  @Test
  void aDeclinedCardLeadsToTheNextAttempt() {
    CheckoutSession session = opened();
    at.issuerSays("51");
    Sent declined = pay(session, 1);
    at.issuerSays("00");

    assertThat(status(declined)).isEqualTo(SessionStatus.OPEN);
    assertThat(again(session).declines().getFirst().code()).isEqualTo("insufficient_funds");
    assertThat(status(pay(again(session), 1))).isEqualTo(SessionStatus.OPEN);
    assertThat(at.issuerRequests()).isEqualTo(1);
    assertThat(status(pay(again(session), 2))).isEqualTo(SessionStatus.PAID);
  }

  @Test
  void theLastDeclineEndsIt() {
    CheckoutSession session = opened();
    at.issuerSays("05");
    for (int attempt = 1; attempt <= 3; attempt++) {
      pay(again(session), attempt);
    }
    at.issuerSays("00");

    assertThat(status(pay(again(session), 4))).isEqualTo(SessionStatus.FAILED);
    assertThat(at.issuerRequests()).isEqualTo(3);
  }

  @Test
  void aSecondClickFindsTheFirstOneAtWork() {
    CheckoutSession session = opened();
    AtomicInteger seen = new AtomicInteger();
    at.whileTheIssuerThinks(() -> {
      assertThat(status(pay(session, 1))).isEqualTo(SessionStatus.PROCESSING);
      assertThat(checkout.cancel(again(session))).isFalse();
      seen.incrementAndGet();
    });

    assertThat(status(pay(session, 1))).isEqualTo(SessionStatus.PAID);
    assertThat(seen).hasValue(1);
    assertThat(at.issuerRequests()).isEqualTo(1);
  }

  @Test
  void aCrashBeforeThePaymentAsksForTheCardAgain() {
    CheckoutSession session = opened();
    assertThat(sessions.store(session.claimed(at.clock.instant()))).isTrue();

    assertThat(look(session).status()).isEqualTo(SessionStatus.PROCESSING);
    assertThat(status(pay(again(session), 1))).isEqualTo(SessionStatus.PROCESSING);
    at.clock.move(Duration.ofSeconds(20));
    assertThat(look(session).status()).isEqualTo(SessionStatus.OPEN);
    assertThat(status(pay(again(session), 1))).isEqualTo(SessionStatus.PAID);
  }

  @Test
  void aCrashAfterThePaymentLosesNothing() {
    CheckoutSession session = opened();
    assertThat(sessions.store(session.claimed(at.clock.instant()))).isTrue();
    at.authorize.handle(order(session, 1), answers);

    assertThat(look(session).status()).isEqualTo(SessionStatus.PAID);
    assertThat(again(session).paymentId()).isEqualTo(order(session, 1).paymentId());
  }

  @Test
  void anUnknownOutcomeIsWaitedForAndThenOver() {
    CheckoutSession session = opened();
    at.issuerSays(null);

    assertThat(status(pay(session, 1))).isIn(SessionStatus.PROCESSING, SessionStatus.OPEN);
    Awaitility.await()
        .untilAsserted(() -> assertThat(look(session).status()).isEqualTo(SessionStatus.OPEN));
    assertThat(again(session).declines().getFirst().code()).isEqualTo("reversed");
  }

  @Test
  void whatWasNotBegunIsTheSameAttemptAgain() {
    CheckoutSession session = opened();
    at.issuerIsFull(true);
    assertThat(pay(session, 1)).isInstanceOf(Sent.NotNow.class);
    at.issuerIsFull(false);

    assertThat(status(pay(again(session), 1))).isEqualTo(SessionStatus.PAID);
  }

  @Test
  void aPaymentThatComesAfterTheCancelIsGivenBack() {
    CheckoutSession session = opened();
    sessions.store(session.claimed(at.clock.instant()));
    sessions.store(again(session).released());
    assertThat(checkout.cancel(again(session))).isTrue();
    at.authorize.handle(order(session, 1), answers);

    assertThat(look(session).status()).isEqualTo(SessionStatus.CANCELED);
    assertThat(at.payments().find(order(session, 1).paymentId()).orElseThrow().payment().status())
        .isEqualTo(PaymentStatus.VOIDED);
  }

  @Test
  void nobodyPaysAfterItsTimeOrItsEnd() {
    CheckoutSession late = opened();
    CheckoutSession canceled = opened();
    assertThat(checkout.cancel(canceled)).isTrue();
    assertThat(checkout.cancel(again(canceled))).isTrue();
    at.clock.move(Duration.ofMinutes(30));

    assertThat(status(pay(late, 1))).isEqualTo(SessionStatus.EXPIRED);
    assertThat(status(pay(again(canceled), 1))).isEqualTo(SessionStatus.CANCELED);
    assertThat(at.issuerRequests()).isZero();
  }

  @Test
  void aKeyOpensOneSession() {
    Opening first = open.open(request("k", "hash"));
    Opening second = open.open(request("k", "hash"));

    assertThat(first)
        .isInstanceOfSatisfying(
            Opening.Opened.class,
            one ->
                assertThat(second)
                    .isEqualTo(new Opening.Opened(one.session(), true))
                    .isNotEqualTo(one));
    assertThat(open.open(request("k", "other"))).isEqualTo(new Opening.KeyReused());
    at.clock.move(Duration.ofDays(7));
    assertThat(open.open(request("k", "hash"))).isEqualTo(new Opening.KeyExpired());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void howeverStepsFollowEachOtherMoneyMovesOnce(long seed) {
    Random random = new Random(seed);
    CheckoutSession session = opened();
    CheckoutSession stale = session;
    boolean canceled = false;
    for (int step = 0; step < 40; step++) {
      at.issuerSays(random.nextInt(4) == 0 ? "00" : random.nextBoolean() ? "51" : null);
      CheckoutSession read = random.nextBoolean() ? stale : again(session);
      int attempt = random.nextInt(1, 5);
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> pay(read, attempt);
        case 3 -> look(session);
        case 4 -> stale = again(session);
        // Somebody claims and dies, or wakes up late and goes on with its payment.
        case 5 -> {
          if (read.mayClaim(attempt, at.clock.instant(), SETTINGS.rules())) {
            sessions.store(read.claimed(at.clock.instant()));
          }
        }
        case 6 -> {
          if (read.claimed()) {
            at.authorize.handle(order(session, read.liveAttempt()), answers);
          }
        }
        default -> {
          at.clock.move(Duration.ofSeconds(random.nextInt(15)));
          canceled |= random.nextInt(4) == 0 && checkout.cancel(read);
        }
      }
    }
    Seen end = look(session);
    long approved =
        IntStream.rangeClosed(1, 5)
            .mapToObj(attempt -> at.payments().find(order(session, attempt).paymentId()))
            .flatMap(Optional::stream)
            .filter(found -> found.payment().status() == PaymentStatus.CAPTURED)
            .count();

    assertThat(approved).as("seed %d", seed).isLessThanOrEqualTo(canceled ? 0 : 1);
    assertThat(end.status() == SessionStatus.PAID).as("seed %d", seed).isEqualTo(approved == 1);
  }

  private CheckoutSession opened() {
    return ((Opening.Opened) open.open(request("k" + keys.incrementAndGet(), "hash"))).session();
  }

  private static OpenCheckout.Order request(String key, String hash) {
    return new OpenCheckout.Order(
        key,
        hash,
        "m_1",
        Mode.TEST,
        new Sale(
            Money.of(12990, "TRY"),
            "Sipariş-1",
            CaptureMethod.AUTOMATIC,
            true,
            "tr",
            "Kırtasiye",
            List.of(new LineItem("Çizgili defter", 2, 12990)),
            Map.of("cart", "7")),
        null,
        new ShopAddresses("https://shop.test/ok?a=1", null, null),
        null);
  }

  private static AuthorizationOrder order(CheckoutSession session, int attempt) {
    return CheckoutOrders.order(
        session.terms(), attempt, new Source.Token("tok_1"), 1, "127.0.0.1", null);
  }

  private Sent pay(CheckoutSession read, int attempt) {
    return checkout.pay(read, attempt, order(read, attempt));
  }

  private Seen look(CheckoutSession session) {
    return checkout.look(session.terms().id()).orElseThrow();
  }

  private CheckoutSession again(CheckoutSession session) {
    return sessions.byId(session.terms().id()).orElseThrow();
  }

  private static SessionStatus status(Sent sent) {
    return ((Sent.Taken) sent).seen().status();
  }
}
