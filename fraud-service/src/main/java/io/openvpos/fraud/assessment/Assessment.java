package io.openvpos.fraud.assessment;

import io.openvpos.fraud.rules.judging.PaymentFacts;
import io.openvpos.fraud.rules.judging.Ruling;
import io.openvpos.fraud.scoring.ModelScore;
import io.openvpos.fraud.scoring.RiskScore;
import io.openvpos.fraud.velocity.VelocityCounts;
import io.openvpos.money.Mode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The score of one payment request, with what it was based on.
///
/// @param model what the model said; null where it was made before there was one
/// @param facts what rules and lists knew of it; null where it was made before there were any
/// @param ruling what they made of it; null as above
/// @param requestedAt event time of the first asking
/// @param assessedAt when this service scored it
public record Assessment(
    String paymentId,
    String requestHash,
    String merchantId,
    Mode mode,
    String cardFingerprint,
    RiskScore score,
    VelocityCounts velocity,
    @Nullable ModelScore model,
    @Nullable PaymentFacts facts,
    @Nullable Ruling ruling,
    Instant requestedAt,
    Instant assessedAt) {

  private static final Duration LATE = Duration.ofMinutes(10);

  /// Whether its question waited long: in an outage, or in the backlog after one.
  public boolean isLate() {
    return requestedAt.plus(LATE).isBefore(assessedAt);
  }

  /// Two assessments of one request are the same assessment.
  public String requestId() {
    return paymentId + "|" + requestHash;
  }
}
