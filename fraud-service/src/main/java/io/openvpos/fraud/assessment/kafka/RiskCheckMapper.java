package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.RiskCheck;
import io.openvpos.fraud.history.Attempt;
import io.openvpos.fraud.history.Attempt.CardKind;
import io.openvpos.fraud.history.HomeCurrency;
import io.openvpos.fraud.history.Keys;
import io.openvpos.fraud.lists.domain.ListEntity;
import io.openvpos.fraud.lists.domain.ListValue;
import io.openvpos.fraud.rules.judging.AuthenticationStanding;
import io.openvpos.fraud.rules.judging.PaymentFacts;
import io.openvpos.fraud.scoring.CardFacts;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.RiskRequest;
import io.openvpos.fraud.scoring.VelocityLimits;
import io.openvpos.money.Mode;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.authorization.RiskCheckRequested;
import io.openvpos.schemas.fraud.RiskAssessed;
import io.openvpos.schemas.fraud.RiskDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The published records from and to this service's own words.
final class RiskCheckMapper {

  private RiskCheckMapper() {}

  /// How far an asker's clock may be before the log's. One that is further ahead would carry the
  /// window of every card in the partition away with it.
  static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

  /// Throws [IllegalArgumentException] for what is no question here: it goes to the dead letters,
  /// where another failure would stop the partition.
  ///
  /// @param appended when the broker took the record: the same at every reading
  static RiskCheck read(RiskCheckRequested wire, Instant appended) {
    if (wire.getMode() == io.openvpos.schemas.Mode.UNKNOWN) {
      throw new IllegalArgumentException("a mode unknown to this reader");
    }
    Instant occurredAt = atMost(appended.plus(CLOCK_TOLERANCE), wire.getEnvelope().getOccurredAt());
    Mode mode = WireMode.read(wire.getMode());
    RiskRequest request = request(wire);
    return new RiskCheck(
        wire.getPaymentId(),
        wire.getRequestHash(),
        wire.getCorrelationId(),
        wire.getMerchantId(),
        mode,
        request,
        attempt(wire, mode, request, occurredAt),
        facts(wire, mode, request, occurredAt),
        occurredAt,
        wire.getReplyPartition());
  }

  /// Test payments have histories of their own: nothing that a merchant tries out touches what is
  /// known of real cards.
  private static Attempt attempt(
      RiskCheckRequested wire, Mode mode, RiskRequest request, Instant occurredAt) {
    String world = mode.code() + ":";
    return new Attempt(
        occurredAt.toEpochMilli(),
        Keys.of(wire.getPaymentId()),
        world + wire.getCardFingerprint(),
        world + wire.getMerchantId(),
        HomeCurrency.minorUnits(request.amount()),
        world + wire.getCard().getBin(),
        named(world, address(wire.getIp())),
        named(world, wire.getEmail()),
        known(wire.getDeviceId()).isEmpty() ? null : world + known(wire.getDeviceId()),
        new CardKind(
            request.isForeign(), request.isPrepaid(), HomeCurrency.isForeign(request.amount())),
        wire.getInstallments());
  }

  private static PaymentFacts facts(
      RiskCheckRequested wire, Mode mode, RiskRequest request, Instant occurredAt) {
    return new PaymentFacts(
        request.amount(),
        wire.getCardFingerprint(),
        wire.getCard().getBin(),
        wire.getCard().getBrand(),
        wire.getCard().getFunding(),
        wire.getCard().getCardClass(),
        wire.getCard().getIssuerCountry(),
        wire.getMerchantId(),
        mode,
        address(wire.getIp()),
        known(wire.getEmail()).toLowerCase(Locale.ROOT),
        known(wire.getDeviceId()),
        standing(wire.getAuthentication()),
        occurredAt);
  }

  /// An asker that does not say, or says what is not known here, cannot challenge either.
  private static AuthenticationStanding standing(
      io.openvpos.schemas.authorization.@Nullable AuthenticationStanding told) {
    if (told == null) {
      return AuthenticationStanding.IMPOSSIBLE;
    }
    return switch (told) {
      case POSSIBLE -> AuthenticationStanding.POSSIBLE;
      case AUTHENTICATED -> AuthenticationStanding.AUTHENTICATED;
      case ATTEMPTED -> AuthenticationStanding.ATTEMPTED;
      case UNAVAILABLE -> AuthenticationStanding.UNAVAILABLE;
      case IMPOSSIBLE, UNKNOWN -> AuthenticationStanding.IMPOSSIBLE;
    };
  }

  /// An IPv6 address can be written in many ways, and histories, lists and links need one: the one
  /// that lists have. IPv4 written as IPv6 is IPv4; all else stays as it was sent.
  private static String address(@Nullable String sent) {
    String text = known(sent);
    boolean written = text.indexOf(':') < 0 || text.indexOf('/') >= 0;
    return written ? text : ListValue.canonical(ListEntity.IP, text).orElse(text);
  }

  private static String known(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  private static @Nullable String named(String world, @Nullable String name) {
    return name == null || name.isBlank() ? null : world + name.strip().toLowerCase(Locale.ROOT);
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
      case CHALLENGE -> RiskDecision.CHALLENGE;
      case DECLINE -> RiskDecision.DECLINE;
    };
  }
}
