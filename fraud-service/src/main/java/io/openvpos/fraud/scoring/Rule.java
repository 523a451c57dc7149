package io.openvpos.fraud.scoring;

import io.openvpos.fraud.velocity.VelocityCounts;
import java.util.function.BiPredicate;

/// A named reason to distrust a payment.
///
/// @param code stable; it is the reason code in answers
/// @param effect what the points do to the score
/// @param points 1 to 100
/// @param threshold what the rule compares with, for people
/// @param fires whether the rule speaks
public record Rule(
    String code,
    Effect effect,
    int points,
    String threshold,
    BiPredicate<RiskRequest, VelocityCounts> fires) {

  /// How points enter the score.
  public enum Effect {
    /// Added to the base score.
    ADDS,
    /// The score is at least the points.
    RAISES_TO
  }
}
