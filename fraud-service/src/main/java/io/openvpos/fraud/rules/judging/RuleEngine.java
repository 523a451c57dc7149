package io.openvpos.fraud.rules.judging;

import io.openvpos.fraud.lists.domain.ListBook;
import io.openvpos.fraud.rules.code.Subject;
import io.openvpos.fraud.rules.judging.Ruling.BySet;
import io.openvpos.fraud.scoring.RiskScore;
import io.openvpos.fraud.scoring.ScoringThresholds;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The one engine: payments of now and back-tests of past ones go through it.
///
/// @param live null where there is none
/// @param shadow judged beside, for the record
public record RuleEngine(
    @Nullable RunnableSet live,
    @Nullable RunnableSet shadow,
    ListBook lists,
    ScoringThresholds thresholds) {

  /// A payment as it comes to the rules.
  ///
  /// @param vector its features
  /// @param before what built-in rules and the model say
  @SuppressWarnings("ArrayRecordComponent") // Read on the hot path, never compared.
  public record Judged(PaymentFacts facts, double[] vector, RiskScore before, double probability) {}

  /// What lists and rules make of a payment.
  ///
  /// @param moment which entries of the lists count
  public Ruling judge(
      Judged payment, ListBook.Moment moment, RunnableSet.Observer observer, boolean measured) {
    ListFindings found = ListFindings.of(payment.facts(), lists, moment);
    Subject subject =
        RuleFields.subject(
            payment.facts(),
            payment.vector(),
            payment.before().score(),
            payment.probability(),
            (list, value) -> lists.has(list, value, moment));
    List<RuleDefinition> hits = matching(live, subject, observer, measured);
    AuthenticationStanding standing = payment.facts().authentication();
    RiskScore after = RuleScore.of(payment.before(), found, hits, standing, thresholds);
    List<RuleDefinition> shadowed = matching(shadow, subject, observer, measured);
    RiskScore beside =
        shadow == null
            ? after
            : RuleScore.of(payment.before(), found, shadowed, standing, thresholds);
    List<String> on = Stream.concat(found.blocked().stream(), found.allowed().stream()).toList();
    return new Ruling(
        payment.before(), after, on, bySet(live, hits, after), bySet(shadow, shadowed, beside));
  }

  private static List<RuleDefinition> matching(
      @Nullable RunnableSet set, Subject subject, RunnableSet.Observer observer, boolean measured) {
    return set == null ? List.of() : set.matching(subject, observer, measured);
  }

  private static @Nullable BySet bySet(
      @Nullable RunnableSet set, List<RuleDefinition> hits, RiskScore score) {
    return set == null
        ? null
        : new BySet(
            set.version(),
            hits.stream().map(RuleDefinition::code).toList(),
            score.decision(),
            score.score());
  }
}
