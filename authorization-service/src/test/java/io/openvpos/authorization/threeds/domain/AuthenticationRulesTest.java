package io.openvpos.authorization.threeds.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every way that an authentication may go, and what each is worth.
class AuthenticationRulesTest {

  private static final Instant NOON = Instant.parse("2026-11-27T09:00:00Z");
  private static final String PROOF = "AAECAwQFBgcICQoLDA0ODxAREhM=";

  @ParameterizedTest
  @CsvSource({
    "visa, Y, AUTHENTICATED, 05",
    "troy, Y, AUTHENTICATED, 05",
    "amex, A, ATTEMPTED, 06",
    "mastercard, Y, AUTHENTICATED, 02",
    "mastercard, A, ATTEMPTED, 01",
    "visa, N, FAILED, 07",
    "mastercard, R, REJECTED, 00",
    "visa, U, UNAVAILABLE, 07",
    "visa, I, UNAVAILABLE, 07"
  })
  void theAnswerEndsItInTheSchemesWords(
      String brand, TransStatus status, Outcome outcome, String eci) {
    Ending ending = end(answered(started(brand, false), status));

    assertThat(ending.outcome()).isEqualTo(outcome);
    assertThat(ending.eci()).isEqualTo(eci);
    assertThat(ending.flow()).isEqualTo(Flow.FRICTIONLESS);
    assertThat(ending.proof() != null).isEqualTo(outcome.proves());
  }

  @ParameterizedTest
  @CsvSource({
    "Y, false, true",
    "Y, true, true",
    "A, true, true",
    "N, false, false",
    "R, false, false",
    "U, false, true",
    "U, true, false"
  })
  void whoMayGoOn(TransStatus status, boolean mandatory, boolean may) {
    assertThat(answered(started("visa", mandatory), status).mayProceed()).isEqualTo(may);
  }

  @Test
  void aProofThatDoesNotFitItsStatusIsNone() {
    Authentication asked =
        AuthenticationRules.requested(started("visa", false), NOON).orElseThrow();
    Verdict odd = new Verdict(TransStatus.Y, "07", PROOF, null);

    Ending ending =
        end(
            AuthenticationRules.answered(
                    asked, new AuthenticationAnswer.Answered("d", "a", null, odd), NOON)
                .orElseThrow());

    assertThat(ending.outcome()).isEqualTo(Outcome.UNAVAILABLE);
    assertThat(ending.proof()).isNull();
  }

  @Test
  void theBrowserIsAskedAboutOnce() {
    Authentication asked =
        AuthenticationRules.requested(started("visa", false), NOON).orElseThrow();

    assertThat(AuthenticationRules.requested(asked, NOON)).isEmpty();
  }

  @Test
  void aResultCountsOnceAndOnlyForItsChallenge() {
    Authentication challenged = answered(started("visa", true), TransStatus.C);

    assertThat(AuthenticationRules.resulted(started("visa", true), verdict(TransStatus.Y), NOON))
        .isEmpty();
    Authentication ended =
        AuthenticationRules.resulted(challenged, verdict(TransStatus.Y), NOON).orElseThrow();
    assertThat(ended.mayProceed()).isTrue();
    assertThat(end(ended).flow()).isEqualTo(Flow.CHALLENGE);
    assertThat(AuthenticationRules.resulted(ended, verdict(TransStatus.N), NOON)).isEmpty();
  }

  @Test
  void allThreeIdsHaveToMatch() {
    Authentication challenged = answered(started("visa", true), TransStatus.C);

    assertThat(AuthenticationRules.names(challenged, "s", "d", "a")).isTrue();
    assertThat(AuthenticationRules.names(challenged, "x", "d", "a")).isFalse();
    assertThat(AuthenticationRules.names(challenged, "s", "x", "a")).isFalse();
    assertThat(AuthenticationRules.names(challenged, "s", "d", "x")).isFalse();
  }

  @Test
  void aChallengeWithoutAResultNeverGoesOn() {
    Authentication back =
        AuthenticationRules.returned(answered(started("visa", false), TransStatus.C), NOON)
            .orElseThrow();
    Instant limit = NOON.plus(AuthenticationRules.RESULT_WITHIN);

    assertThat(AuthenticationRules.overdue(back, limit.minusMillis(1))).isEmpty();
    Authentication ended = AuthenticationRules.overdue(back, limit).orElseThrow();
    assertThat(end(ended).outcome()).isEqualTo(Outcome.UNANSWERED);
    assertThat(ended.mayProceed()).isFalse();
    assertThat(AuthenticationRules.resulted(back, verdict(TransStatus.Y), limit)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"STARTED", "CHALLENGED", "DECOUPLED"})
  void whatIsNotFinishedInTimeIsOver(Stage stage) {
    Authentication open =
        switch (stage) {
          case CHALLENGED -> answered(started("visa", false), TransStatus.C);
          case DECOUPLED -> answered(started("visa", false), TransStatus.D);
          case STARTED, REQUESTED, ENDED -> started("visa", false);
        };

    Authentication ended =
        AuthenticationRules.overdue(open, NOON.plus(Duration.ofMinutes(10))).orElseThrow();

    assertThat(end(ended).outcome()).isEqualTo(Outcome.EXPIRED);
    assertThat(ended.mayProceed()).isFalse();
  }

  @Test
  void aRequestWithoutAnAnswerIsUnavailable() {
    Authentication asked =
        AuthenticationRules.requested(started("visa", false), NOON).orElseThrow();

    Authentication ended =
        AuthenticationRules.overdue(asked, NOON.plus(AuthenticationRules.ANSWER_WITHIN))
            .orElseThrow();

    assertThat(end(ended).outcome()).isEqualTo(Outcome.UNAVAILABLE);
  }

  private static Ending end(Authentication ended) {
    return Objects.requireNonNull(ended.ending());
  }

  private static Authentication answered(Authentication started, TransStatus status) {
    Authentication asked = AuthenticationRules.requested(started, NOON).orElseThrow();
    return AuthenticationRules.answered(
            asked,
            new AuthenticationAnswer.Answered("d", "a", "http://acs.test", verdict(status)),
            NOON)
        .orElseThrow();
  }

  private static Verdict verdict(TransStatus status) {
    return new Verdict(status, null, status.outcome().proves() ? PROOF : null, null);
  }

  private static Authentication started(String brand, boolean mandatory) {
    return Authentication.started(
        "s",
        new Purchase(
            "pay_1",
            "m_1",
            "Şık Çanta",
            Mode.TEST,
            "5411",
            "tok_1",
            brand,
            "6111",
            Money.of(100, "TRY"),
            1,
            null,
            null,
            null),
        new Wish(mandatory, "01", "http://shop.test/back"),
        new Protocol("2.2.0", null),
        NOON,
        NOON.plus(Duration.ofMinutes(10)));
  }
}
