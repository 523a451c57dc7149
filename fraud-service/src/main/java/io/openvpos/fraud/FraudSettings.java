package io.openvpos.fraud;

import io.openvpos.fraud.lists.domain.ListPurpose;
import io.openvpos.fraud.scoring.ModelThresholds;
import io.openvpos.fraud.scoring.ScoringThresholds;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// What a deployment may choose about scoring.
///
/// @param reviewAt the lowest score that is reviewed
/// @param declineAt the lowest score that is declined
/// @param highAmountMinorUnits by ISO 4217 code, what counts as a high amount
/// @param maxAttemptsPerCard a card's attempts kept in memory; above any limit to be enforced
/// @param maxBatchesInFlight polls whose answers are not yet stored and sent; then reading pauses
/// @param rules how rules and lists are kept
/// @param snapshots what shortens the start
/// @param standby whether states of partitions that others own are kept, too
/// @param model which one scores, and what it may decide
@Validated
@ConfigurationProperties("vpos.fraud")
public record FraudSettings(
    @DefaultValue("50") @Min(1) @Max(99) int reviewAt,
    @DefaultValue("80") @Min(2) @Max(100) int declineAt,
    @DefaultValue Map<String, Long> highAmountMinorUnits,
    @DefaultValue("131072") @Min(1_000) @Max(10_000_000) int maxAttemptsPerCard,
    @DefaultValue("8") @Min(1) @Max(100) int maxBatchesInFlight,
    @DefaultValue @Valid ModelSettings model,
    @DefaultValue @Valid RuleSettings rules,
    @DefaultValue @Valid SnapshotSettings snapshots,
    @DefaultValue @Valid StandbySettings standby) {

  /// Where and how often the state of each partition is written down.
  ///
  /// @param folder may be shared by all instances, who then start from each other's; empty for none
  /// @param every least time between two of one partition
  /// @param piece so much of a state is copied between two polls; meanwhile nothing is scored
  public record SnapshotSettings(
      @DefaultValue("") String folder,
      @DefaultValue("60s") Duration every,
      @DefaultValue("256KB") DataSize piece) {

    public SnapshotSettings {
      if (piece.toBytes() < 1) {
        throw new IllegalArgumentException("vpos.fraud.snapshots.piece: a byte at least");
      }
      if (every.toMillis() < 100 || every.toHours() > 24) {
        throw new IllegalArgumentException("vpos.fraud.snapshots.every: 100 ms to 24 h");
      }
    }
  }

  /// Keeps the states of partitions that other instances own, so that taking one over is short.
  ///
  /// @param enabled costs the memory and the processor time of all partitions on each instance
  /// @param every how often what was answered meanwhile is counted
  public record StandbySettings(
      @DefaultValue("false") boolean enabled, @DefaultValue("500ms") Duration every) {

    public StandbySettings {
      if (every.toMillis() < 50 || every.toMinutes() > 10) {
        throw new IllegalArgumentException("vpos.fraud.standby.every: 50 ms to 10 min");
      }
    }
  }

  /// Which model scores, and what it may decide alone. By default nothing: a new model informs the
  /// score until its precision is known.
  ///
  /// @param file the model's file, as `classpath:` or `file:`
  /// @param shadowFile another that is tried beside it and decides nothing; null for none
  /// @param reviewAtBasisPoints probability from which a payment is reviewed; 10001 is never
  /// @param declineAtBasisPoints probability from which a payment is declined; 10001 is never
  public record ModelSettings(
      @DefaultValue("classpath:model/default.model") Resource file,
      @Nullable Resource shadowFile,
      @DefaultValue("10001") @Min(1) @Max(10_001) int reviewAtBasisPoints,
      @DefaultValue("10001") @Min(1) @Max(10_001) int declineAtBasisPoints) {

    public ModelThresholds thresholds() {
      return new ModelThresholds(reviewAtBasisPoints, declineAtBasisPoints);
    }
  }

  /// How rules and lists are kept.
  ///
  /// @param refresh how often an instance looks for another version
  /// @param reviewWithin how long a review may wait before it is overdue
  /// @param chargebacks the kind of list that a card goes to whose sale came back as fraud
  public record RuleSettings(
      @DefaultValue("1s") Duration refresh,
      @DefaultValue("watch") ListPurpose chargebacks,
      @DefaultValue("24h") Duration reviewWithin) {

    public RuleSettings {
      if (refresh.toMillis() < 50 || refresh.toMinutes() > 10) {
        throw new IllegalArgumentException("vpos.fraud.rules.refresh: 50 ms to 10 min");
      }
      if (chargebacks == ListPurpose.ALLOW) {
        throw new IllegalArgumentException("vpos.fraud.rules.chargebacks: watch or block");
      }
    }
  }

  public ScoringThresholds thresholds() {
    return new ScoringThresholds(reviewAt, declineAt, highAmountMinorUnits);
  }
}
