package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.RiskCheck;
import io.openvpos.fraud.scoring.CardFacts;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.RiskRequest;
import io.openvpos.fraud.scoring.VelocityLimits;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.authorization.RiskCheckRequested;
import io.openvpos.schemas.fraud.RiskAssessed;
import io.openvpos.schemas.fraud.RiskDecision;
import java.time.Duration;
import java.time.Instant;

/// The published records from and to this service's own words.
final class RiskCheckMapper {

  private RiskCheckMapper() {}

  /// How far an asker's clock may be before the log's. One that is further ahead would carry the
  /// window of every card in the partition away with it.
  static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

  /// @param appended when the broker took the record: the same at every reading
  static RiskCheck read(RiskCheckRequested wire, Instant appended) {
    return new RiskCheck(
        wire.getPaymentId(),
        wire.getRequestHash(),
        wire.getCorrelationId(),
        wire.getMerchantId(),
        WireMode.read(wire.getMode()),
        request(wire),
        atMost(appended.plus(CLOCK_TOLERANCE), wire.getEnvelope().getOccurredAt()),
        wire.getReplyPartition());
  }

  private static Instant atMost(Instant latest, Instant at) {
    return at.isAfter(latest) ? latest : at;
  }

  /// The event id is the request's: an assessment sent again is the same fact.
  static RiskAssessed write(Assessment kept, String correlationId) {
    Envelope envelope =
        Envelope.newBuilder()
            .setEventId(kept.requestId())
            .setOccurredAt(kept.assessedAt())
            .setAggregateVersion(1)
            .setCorrelationId(correlationId)
            .build();
    return RiskAssessed.newBuilder()
        .setEnvelope(envelope)
        .setCorrelationId(correlationId)
        .setPaymentId(kept.paymentId())
        .setRequestHash(kept.requestHash())
        .setDecision(decision(kept.score().decision()))
        .setScore(kept.score().score())
        .setReasons(kept.score().reasons())
        .build();
  }

  private static RiskRequest request(RiskCheckRequested wire) {
    return new RiskRequest(
        WireMoney.read(wire.getAmount()),
        new CardFacts(
            wire.getCardFingerprint(),
            wire.getCard().getFunding(),
            wire.getCard().getIssuerCountry()),
        wire.getEmail(),
        new VelocityLimits(
            wire.getVelocityLimits().getPerMinute(),
            wire.getVelocityLimits().getPerHour(),
            wire.getVelocityLimits().getPerDay()));
  }

  private static RiskDecision decision(Decision decision) {
    return switch (decision) {
      case APPROVE -> RiskDecision.APPROVE;
      case REVIEW -> RiskDecision.REVIEW;
      case DECLINE -> RiskDecision.DECLINE;
    };
  }
}
