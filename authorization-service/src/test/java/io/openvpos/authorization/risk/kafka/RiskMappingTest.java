package io.openvpos.authorization.risk.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.risk.AskingRiskCheck;
import io.openvpos.authorization.risk.RiskOutcome;
import io.openvpos.authorization.risk.RiskQueries;
import io.openvpos.authorization.risk.RiskQuestion;
import io.openvpos.authorization.risk.RiskSettings;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.authorization.RiskCheckRequested;
import io.openvpos.schemas.fraud.RiskAssessed;
import io.openvpos.schemas.fraud.RiskDecision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RiskMappingTest {

  @Test
  void theQuestionSaysWhatIsScoredAndWhereToAnswer() {
    Instant asked = Instant.parse("2026-03-01T10:00:00.123456789Z");
    RiskCheckRequested wire =
        KafkaRiskQuestions.write(
            new RiskQuestion(
                RiskQueries.query(12_990), "c-1", "hash", asked, asked.plusMillis(250)),
            3);

    assertThat(wire)
        .hasToString(
            """
            {"envelope": {"eventId": "c-1", "occurredAt": "2026-03-01T10:00:00.123Z", \
            "aggregateVersion": 1, "correlationId": "pay_1", "causationId": null}, \
            "correlationId": "c-1", "paymentId": "pay_1", "requestHash": "hash", \
            "merchantId": "mrc_1", "mode": "TEST", "cardFingerprint": "f1f1", \
            "card": {"brand": "visa", "bin": "41556501", "last4": "6111", "funding": "credit", \
            "issuerCountry": "TR", "cardClass": "domestic_credit"}, \
            "amount": {"minorUnits": 12990, "currency": "TRY"}, "installments": 1, \
            "ip": "198.51.100.7", "email": "shopper@example.com", \
            "deviceId": "dev-7", "authentication": "POSSIBLE", \
            "velocityLimits": {"perMinute": 5, "perHour": 20, "perDay": 100}, \
            "replyPartition": 3, "answerBy": "2026-03-01T10:00:00.373Z"}\
            """);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "UNKNOWN")
  void everyKnownDecisionIsAnAnswer(RiskDecision decision) {
    RiskOutcome outcome = assessAnsweredBy(decision, Duration.ofSeconds(5));

    assertThat(outcome.decision().name()).isEqualTo(decision.name());
    assertThat(outcome.score()).isEqualTo(42);
    assertThat(outcome.reasons()).containsExactly("velocity");
    assertThat(outcome.timedOut()).isFalse();
  }

  @Test
  void aDecisionOfANewerWriterIsNoAnswer() {
    assertThat(assessAnsweredBy(RiskDecision.UNKNOWN, Duration.ofMillis(50)).timedOut()).isTrue();
  }

  private static RiskOutcome assessAnsweredBy(RiskDecision decision, Duration budget) {
    AtomicReference<AskingRiskCheck> check = new AtomicReference<>();
    check.set(
        new AskingRiskCheck(
            question -> RiskReplies.take(assessed(question.correlationId(), decision), check.get()),
            new RiskSettings(budget, 10),
            Clock.systemUTC()));
    return check.get().assess(RiskQueries.query(100));
  }

  private static RiskAssessed assessed(String correlationId, RiskDecision decision) {
    return RiskAssessed.newBuilder()
        .setEnvelope(
            Envelope.newBuilder()
                .setEventId("e-1")
                .setOccurredAt(Instant.EPOCH)
                .setAggregateVersion(1)
                .build())
        .setCorrelationId(correlationId)
        .setPaymentId("pay_1")
        .setRequestHash("hash")
        .setDecision(decision)
        .setScore(42)
        .setReasons(List.of("velocity"))
        .build();
  }
}
