package io.openvpos.fraud.scoring;

/// From which probability on a model decides by itself. Below, it only moves the score, and never
/// so far that the score would contradict the decision.
///
/// @param reviewAtBasisPoints of probability; [#NEVER] leaves reviews to the rules
/// @param declineAtBasisPoints of probability; [#NEVER] leaves declines to the rules
public record ModelThresholds(int reviewAtBasisPoints, int declineAtBasisPoints) {

  /// Above every probability.
  public static final int NEVER = 10_001;

  private static final double ONE = 10_000;

  public ModelThresholds {
    if (reviewAtBasisPoints < 1 || declineAtBasisPoints < 1 || declineAtBasisPoints > NEVER) {
      throw new IllegalArgumentException(
          "review at " + reviewAtBasisPoints + ", decline at " + declineAtBasisPoints);
    }
  }

  /// True where a model decides nothing by itself.
  public boolean onlyAdvise() {
    return reviewAtBasisPoints >= NEVER && declineAtBasisPoints >= NEVER;
  }

  boolean declines(ModelScore model) {
    return model.probability() * ONE >= declineAtBasisPoints;
  }

  boolean reviews(ModelScore model) {
    return model.probability() * ONE >= reviewAtBasisPoints;
  }
}
