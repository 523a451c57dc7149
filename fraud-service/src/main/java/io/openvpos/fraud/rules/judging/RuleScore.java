package io.openvpos.fraud.rules.judging;

import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.RiskScore;
import io.openvpos.fraud.scoring.ScoringThresholds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The score that follows from lists and rules. A block list declines; else an allow list or an
/// allowing rule leaves what was judged before; else rules raise it. Nothing lowers a score.
///
/// A challenge outranks a review. Where the shopper has proved who they are it is satisfied and
/// counts no more; where nobody can be asked it is a review, and [#NOT_POSSIBLE] says why.
public final class RuleScore {

  /// The reason beside a challenging rule's own where nobody can be asked.
  public static final String NOT_POSSIBLE = "challenge_not_possible";

  private static final Comparator<RuleDefinition> STRONGEST_FIRST =
      Comparator.comparing(RuleDefinition::action)
          .thenComparing(Comparator.comparingInt(RuleDefinition::points).reversed());

  private RuleScore() {}

  public static RiskScore of(
      RiskScore before,
      ListFindings lists,
      List<RuleDefinition> matching,
      AuthenticationStanding standing,
      ScoringThresholds thresholds) {
    if (!lists.blocked().isEmpty()) {
      List<String> reasons = lists.blocked().stream().map(code -> reason(code)).toList();
      return raised(before, declined(thresholds), 0, reasons, thresholds);
    }
    List<RuleDefinition> strongest = unsatisfied(matching, standing);
    if (strongest.isEmpty() || !lists.allowed().isEmpty() || anyAllows(strongest)) {
      return before;
    }
    int floor = 0;
    int points = 0;
    boolean challenged = false;
    List<String> reasons = new ArrayList<>();
    for (RuleDefinition rule : strongest) {
      reasons.add(rule.code());
      switch (rule.action()) {
        case DECLINE -> floor = Math.max(floor, declined(thresholds));
        case CHALLENGE -> {
          floor = Math.max(floor, thresholds.reviewAt());
          challenged = standing == AuthenticationStanding.POSSIBLE;
          reasons.addAll(challenged ? List.of() : List.of(NOT_POSSIBLE));
        }
        case REVIEW -> floor = Math.max(floor, thresholds.reviewAt());
        case SCORE -> points += rule.points();
        case ALLOW -> throw new IllegalStateException("handled above");
      }
    }
    RiskScore raised = raised(before, floor, points, reasons, thresholds);
    return challenged && raised.decision() == Decision.REVIEW
        ? new RiskScore(Decision.CHALLENGE, raised.score(), raised.reasons())
        : raised;
  }

  /// Without the challenges of a shopper who has a proof; the strongest first.
  private static List<RuleDefinition> unsatisfied(
      List<RuleDefinition> matching, AuthenticationStanding standing) {
    if (matching.isEmpty()) {
      return matching;
    }
    List<RuleDefinition> left = new ArrayList<>(matching);
    if (standing.proves()) {
      left.removeIf(rule -> rule.action() == RuleAction.CHALLENGE);
    }
    left.sort(STRONGEST_FIRST);
    return left;
  }

  private static boolean anyAllows(List<RuleDefinition> matching) {
    for (RuleDefinition rule : matching) {
      if (rule.action() == RuleAction.ALLOW) {
        return true;
      }
    }
    return false;
  }

  /// `block_list_card` for the list `block_card`.
  public static String reason(String list) {
    return list.replaceFirst("block_", "block_list_");
  }

  private static RiskScore raised(
      RiskScore before, int floor, int points, List<String> reasons, ScoringThresholds thresholds) {
    int score = Math.clamp(Math.max(floor, before.score() + (long) points), 0, RiskScore.HIGHEST);
    Stream<String> named =
        score > before.score()
            ? Stream.concat(reasons.stream(), before.reasons().stream())
            : Stream.concat(before.reasons().stream(), reasons.stream());
    return new RiskScore(
        thresholds.decide(score), score, named.distinct().limit(RiskScore.MOST_REASONS).toList());
  }

  /// Half-way between the threshold and certainty: a later raise of the threshold shows.
  private static int declined(ScoringThresholds thresholds) {
    return thresholds.declineAt() + (RiskScore.HIGHEST - thresholds.declineAt()) / 2;
  }
}
