package io.openvpos.authorization.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.guard.CardTestingGuard;
import io.openvpos.authorization.guard.GuardSettings;
import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.payment.AuthorizationOrder.Source;
import io.openvpos.authorization.payment.Reply.Refusal;
import io.openvpos.authorization.payment.VerifyCard.Outcome;
import io.openvpos.authorization.vault.OpenedCards;
import io.openvpos.money.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Cards are asked about with an amount of nothing, once for each key.
class VerifyCardTest {

  private static final IssuerTimes TIMES =
      new IssuerTimes(Duration.ofSeconds(5), Duration.ofSeconds(5));

  private final PaymentFixture at = new PaymentFixture();
  private final InMemoryVerifications stored = new InMemoryVerifications();
  private final CardTestingGuard guard =
      new CardTestingGuard(
          new GuardSettings(
              true,
              Duration.ofMinutes(10),
              new GuardSettings.Address(100, 3),
              new GuardSettings.Card(100, 100),
              new GuardSettings.Device(100, 100),
              1000),
          at.clock);
  private final VerifyCard verify =
      new VerifyCard(
          stored,
          id -> Optional.of(PaymentFixture.merchant()),
          at.vault,
          at.issuer,
          guard,
          TIMES,
          at.clock);

  private final VerificationRetention retention = new VerificationRetention(stored, at.clock);

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void aGoodCardIsVerifiedAndKeptIfTheShopWishes() {
    assertThat(typed("k1", false)).isEqualTo(answered("verified", false));
    assertThat(typed("k2", true)).isEqualTo(answered("verified tok_1", false));
    assertThat(byToken("k3", "tok_1")).isEqualTo(answered("verified tok_1", false));

    assertThat(at.issuer.requests())
        .allSatisfy(request -> assertThat(request.amount().minorUnits()).isZero())
        .extracting(request -> request.kept() != null)
        .containsExactly(false, true, false);
    assertThat(at.payments.writes()).isZero();
  }

  @Test
  void aCardThatIsNotGoodGetsNoToken() {
    at.issuerSays("54");
    assertThat(typed("k1", true)).isEqualTo(answered("expired_card", false));
    at.issuerSays(null);
    assertThat(typed("k2", true)).isEqualTo(answered("issuer_unavailable", false));
    at.issuer.answers(new IssuerAnswer.NotSent());
    assertThat(typed("k3", true)).isEqualTo(answered("issuer_unavailable", false));
  }

  @Test
  void aRepeatedKeyIsAnsweredFromTheRecord() {
    typed("k1", false);
    at.issuerSays("51");

    assertThat(typed("k1", false)).isEqualTo(answered("verified", true));
    assertThat(typed("k1", true)).isEqualTo(Reply.refused(Refusal.IDEMPOTENCY_KEY_REUSED));
    assertThat(at.issuer.requests()).hasSize(1);
  }

  @Test
  void whatACrashLeftEndsAsTheIssuersSilence() {
    stored.losesAnswers = true;
    try {
      typed("k1", false);
    } catch (StoreUnavailableException e) {
      // The process dies here.
    }
    stored.losesAnswers = false;

    assertThat(typed("k1", false)).isEqualTo(Reply.refused(Refusal.IDEMPOTENCY_IN_PROGRESS));
    at.clock.move(Duration.ofSeconds(11));
    assertThat(typed("k1", false)).isEqualTo(answered("issuer_unavailable", true));
    assertThat(typed("k1", false)).isEqualTo(answered("issuer_unavailable", true));
    assertThat(at.issuer.requests()).hasSize(1);
  }

  @Test
  void whoTriesCardAfterCardIsMadeToWait() {
    at.issuerSays("14");
    for (int i = 0; i < 3; i++) {
      assertThat(typed("k" + i, false)).isEqualTo(answered("invalid_card", false));
    }

    assertThat(typed("k3", false)).isInstanceOf(Reply.TooMany.class);
    assertThat(typed("k0", false)).isEqualTo(answered("invalid_card", true));
    assertThat(at.issuer.requests()).hasSize(3);
  }

  @Test
  void whatCannotBeAskedIsNotStored() {
    assertThat(byToken("k1", PaymentFixture.ONCE))
        .isEqualTo(new Reply.Invalid("/token", "single_use_token"));
    at.issuer.down();
    assertThat(typed("k2", false)).isEqualTo(Reply.refused(Refusal.ISSUER_UNREACHABLE));
    at.issuer.full();
    assertThat(typed("k3", false)).isEqualTo(Reply.refused(Refusal.SERVICE_UNAVAILABLE));

    assertThat(stored.all).isEmpty();
    at.issuer.up();
    assertThat(typed("k2", false)).isEqualTo(answered("verified", false));
  }

  private Reply typed(String key, boolean store) {
    return ask(key, new Source.Submitted(OpenedCards.typed()), store);
  }

  @Test
  void aVerificationIsKeptForAQuarter() {
    assertThat(byToken("k1", "tok_1")).isEqualTo(answered("verified tok_1", false));
    at.clock.move(Duration.ofDays(90));
    retention.run();
    assertThat(byToken("k1", "tok_1")).isEqualTo(Reply.refused(Refusal.IDEMPOTENCY_KEY_EXPIRED));

    at.clock.move(Duration.ofMillis(1));
    retention.run();
    assertThat(byToken("k1", "tok_1")).isEqualTo(answered("verified tok_1", false));
  }

  private Reply byToken(String key, String token) {
    return ask(key, new Source.Token(token), false);
  }

  private Reply ask(String key, Source source, boolean store) {
    VerificationOrder order =
        new VerificationOrder(
            Keys.verificationId("m_1", Mode.TEST, "/v1/card-verifications", key),
            "hash-" + store,
            "m_1",
            Mode.TEST,
            source,
            Currency.getInstance("TRY"),
            store,
            "203.0.113.7",
            null);
    return verify.handle(order, outcome -> new FrozenAnswer(201, text(outcome)));
  }

  private static String text(Outcome outcome) {
    if (outcome.decline() != null) {
      return outcome.decline().code();
    }
    return outcome.card() == null ? "verified" : "verified " + outcome.card().token();
  }

  private static Reply answered(String body, boolean replayed) {
    return new Reply.Answered(new FrozenAnswer(201, body), replayed);
  }

  private static final class InMemoryVerifications implements Verifications {

    private final Map<String, CardVerification> all = new ConcurrentHashMap<>();
    private boolean losesAnswers;

    @Override
    public Optional<CardVerification> find(String id) {
      return Optional.ofNullable(all.get(id));
    }

    @Override
    public boolean add(CardVerification verification) {
      return all.putIfAbsent(verification.id(), verification) == null;
    }

    @Override
    public boolean answer(CardVerification open, FrozenAnswer answer) {
      if (losesAnswers) {
        throw new StoreUnavailableException(new IllegalStateException("away on purpose"));
      }
      return all.replace(
          open.id(),
          open,
          new CardVerification(
              open.id(),
              open.version() + 1,
              open.requestHash(),
              open.merchantId(),
              open.mode(),
              open.attempt(),
              open.createdAt(),
              answer));
    }

    @Override
    public int removeMadeBefore(Instant cutoff) {
      int before = all.size();
      all.values().removeIf(each -> each.createdAt().isBefore(cutoff));
      return before - all.size();
    }
  }
}
