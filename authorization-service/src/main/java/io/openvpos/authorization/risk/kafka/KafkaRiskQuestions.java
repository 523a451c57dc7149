package io.openvpos.authorization.risk.kafka;

import io.openvpos.authorization.risk.RiskPolicy;
import io.openvpos.authorization.risk.RiskQuery;
import io.openvpos.authorization.risk.RiskQuestion;
import io.openvpos.authorization.risk.RiskQuestions;
import io.openvpos.authorization.vault.StoredCard;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.authorization.AuthenticationStanding;
import io.openvpos.schemas.authorization.Card;
import io.openvpos.schemas.authorization.RiskCheckRequested;
import io.openvpos.schemas.authorization.VelocityLimits;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes RiskCheckRequested to `authorization.risk-checks.v1`, keyed by card fingerprint.
final class KafkaRiskQuestions implements RiskQuestions {

  private static final Logger LOGGER = LoggerFactory.getLogger(KafkaRiskQuestions.class);

  private final AvroCodec codec;
  private final RecordSender sender;
  private final int replyPartition;

  KafkaRiskQuestions(AvroCodec codec, RecordSender sender, int replyPartition) {
    this.codec = codec;
    this.sender = sender;
    this.replyPartition = replyPartition;
  }

  @Override
  public void ask(RiskQuestion question) {
    byte[] wire = codec.encode(Topics.RISK_CHECKS, write(question, replyPartition));
    String key = question.query().card().fingerprint();
    var _ =
        sender
            .send(Topics.RISK_CHECKS, null, key, wire, Map.of())
            .whenComplete((_, failure) -> {
              if (failure != null) {
                LOGGER.warn("a risk check was not sent: {}", failure.toString());
              }
            });
  }

  static RiskCheckRequested write(RiskQuestion question, int replyPartition) {
    RiskQuery query = question.query();
    return RiskCheckRequested.newBuilder()
        .setEnvelope(envelope(question))
        .setCorrelationId(question.correlationId())
        .setPaymentId(query.paymentId())
        .setRequestHash(question.requestHash())
        .setMerchantId(query.merchantId())
        .setMode(WireMode.of(query.mode()))
        .setCardFingerprint(query.card().fingerprint())
        .setCard(card(query.card()))
        .setAmount(WireMoney.of(query.amount()))
        .setInstallments(query.installments())
        .setIp(query.ip())
        .setEmail(query.email())
        .setDeviceId(query.deviceId())
        .setAuthentication(standing(query.standing()))
        .setVelocityLimits(limits(query.policy()))
        .setReplyPartition(replyPartition)
        .setAnswerBy(question.answerBy().truncatedTo(ChronoUnit.MILLIS))
        .build();
  }

  /// Nothing keeps a question, so its own id is its event id.
  private static Envelope envelope(RiskQuestion question) {
    return Envelope.newBuilder()
        .setEventId(question.correlationId())
        .setOccurredAt(question.askedAt().truncatedTo(ChronoUnit.MILLIS))
        .setAggregateVersion(1)
        .setCorrelationId(question.query().paymentId())
        .build();
  }

  private static Card card(StoredCard card) {
    return Card.newBuilder()
        .setBrand(card.brand())
        .setBin(card.bin())
        .setLast4(card.last4())
        .setFunding(card.funding())
        .setIssuerCountry(card.issuerCountry())
        .setCardClass(card.cardClass())
        .build();
  }

  private static AuthenticationStanding standing(
      io.openvpos.authorization.risk.AuthenticationStanding standing) {
    return switch (standing) {
      case IMPOSSIBLE -> AuthenticationStanding.IMPOSSIBLE;
      case POSSIBLE -> AuthenticationStanding.POSSIBLE;
      case AUTHENTICATED -> AuthenticationStanding.AUTHENTICATED;
      case ATTEMPTED -> AuthenticationStanding.ATTEMPTED;
      case UNAVAILABLE -> AuthenticationStanding.UNAVAILABLE;
    };
  }

  private static VelocityLimits limits(RiskPolicy policy) {
    return VelocityLimits.newBuilder()
        .setPerMinute(policy.attemptsPerMinute())
        .setPerHour(policy.attemptsPerHour())
        .setPerDay(policy.attemptsPerDay())
        .build();
  }
}
