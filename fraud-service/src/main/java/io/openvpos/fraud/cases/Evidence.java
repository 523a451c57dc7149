package io.openvpos.fraud.cases;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.Assessments;
import io.openvpos.fraud.assessment.Assessments.LinkedBy;
import io.openvpos.fraud.cases.domain.ReviewCase;
import io.openvpos.fraud.labels.Label;
import io.openvpos.fraud.labels.Labels;
import io.openvpos.fraud.lists.ListsInForce;
import io.openvpos.fraud.lists.domain.ListBook;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.fraud.outcomes.Outcome;
import io.openvpos.fraud.outcomes.Outcomes;
import io.openvpos.fraud.rules.judging.ListFindings;
import io.openvpos.fraud.rules.judging.PaymentFacts;
import io.openvpos.fraud.scoring.RiskScore;
import io.openvpos.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is shown beside a case: the payment's life and labels, the lists that its values are on,
/// and other payments that share its card, address, e-mail or device.
public final class Evidence {

  private static final int MOST = 20;

  private final Assessments assessments;
  private final Labels labels;
  private final Outcomes outcomes;
  private final ListsInForce lists;

  public Evidence(Assessments assessments, Labels labels, Outcomes outcomes, ListsInForce lists) {
    this.assessments = assessments;
    this.labels = labels;
    this.outcomes = outcomes;
    this.lists = lists;
  }

  /// Another payment that shares something.
  ///
  /// @param fraud what is held of it; empty if nothing is known
  public record Linked(LinkedBy by, Assessment assessment, Optional<Boolean> fraud) {}

  /// The newest first, the card's before those of the address, the e-mail and the device.
  public List<Linked> linked(ReviewCase of) {
    PaymentFacts facts = of.payment();
    List<Linked> linked = new ArrayList<>();
    add(linked, of, LinkedBy.CARD, facts.cardFingerprint());
    add(linked, of, LinkedBy.IP, facts.ip());
    add(linked, of, LinkedBy.EMAIL, facts.email());
    add(linked, of, LinkedBy.DEVICE, facts.device());
    return linked;
  }

  /// Something that happened to the payment, as far as it is known here.
  ///
  /// @param what `assessed`, `opened`, `known_fraud`, `known_good`, an outcome's kind, or what a
  ///   person did
  /// @param detail the decision of an assessment, the source of a label, the code of a decline;
  ///   empty for the rest
  /// @param score of an assessment; null for the rest
  /// @param amount of an outcome; null for the rest
  /// @param by who did it; empty for the rest
  public record Happening(
      Instant at,
      String what,
      String detail,
      @Nullable Integer score,
      @Nullable Money amount,
      String by) {

    private static Happening assessed(Assessment one) {
      RiskScore score = one.score();
      return new Happening(
          one.requestedAt(), "assessed", score.decision().code(), score.score(), null, "");
    }

    private static Happening of(Outcome one) {
      return new Happening(one.at(), one.kind().code(), one.detail(), null, one.amount(), "");
    }

    private static Happening of(Label one) {
      String what = one.fraud() ? "known_fraud" : "known_good";
      return new Happening(one.knownAt(), what, one.source(), null, null, one.by());
    }

    private static Happening step(Instant at, String what, String by) {
      return new Happening(at, what, "", null, null, by);
    }
  }

  /// From the first question about the payment to the newest that is known of it, the oldest first.
  public List<Happening> timeline(ReviewCase of) {
    List<Happening> all = new ArrayList<>();
    assessments.ofPayment(of.id()).forEach(one -> all.add(Happening.assessed(one)));
    all.add(Happening.step(of.openedAt(), "opened", ""));
    outcomes.of(subject(of)).forEach(one -> all.add(Happening.of(one)));
    labels(of).forEach(one -> all.add(Happening.of(one)));
    of.steps().forEach(step -> all.add(Happening.step(step.at(), step.action(), step.by())));
    all.sort(Comparator.comparing(Happening::at));
    return all;
  }

  private static Outcome.Subject subject(ReviewCase of) {
    PaymentFacts facts = of.payment();
    return new Outcome.Subject(facts.mode(), facts.merchantId(), of.id());
  }

  public List<Label> labels(ReviewCase of) {
    return labels.ofPayment(of.id());
  }

  /// Allow, block and watch lists that would count for it if it came now.
  public List<ListName> lists(ReviewCase of) {
    PaymentFacts facts = of.payment();
    ListBook.Moment moment = ListBook.Moment.of(facts.occurredAt(), facts.mode());
    ListBook book = lists.book();
    return ListName.values().stream()
        .filter(name -> {
          String value = ListFindings.value(name.entity(), facts);
          return !value.isEmpty() && book.has(name.number(), value, moment);
        })
        .toList();
  }

  private void add(List<Linked> linked, ReviewCase of, LinkedBy by, String value) {
    if (value.isEmpty()) {
      return;
    }
    Set<String> seen = new HashSet<>(Set.of(of.id()));
    for (Assessment each : assessments.linked(by, value, of.payment().mode(), MOST)) {
      if (seen.add(each.paymentId())) {
        linked.add(new Linked(by, each, Label.verdict(labels.ofPayment(each.paymentId()))));
      }
    }
  }
}
