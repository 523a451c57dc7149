package io.openvpos.fraud.cases;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.ReviewQueue;
import io.openvpos.fraud.cases.domain.ReviewCase;
import io.openvpos.fraud.cases.domain.ReviewCase.Changed;
import io.openvpos.fraud.cases.domain.ReviewCase.Conclusion;
import io.openvpos.fraud.cases.domain.ReviewCase.Move;
import io.openvpos.fraud.cases.domain.ReviewCase.Refused;
import io.openvpos.fraud.cases.domain.ReviewCase.Unchanged;
import io.openvpos.fraud.lists.domain.ListEntity;
import io.openvpos.fraud.lists.domain.ListValue;
import io.openvpos.fraud.rules.judging.ListFindings;
import io.openvpos.fraud.rules.judging.PaymentFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Opens cases and takes the steps of people. A step is one compare-and-set; what follows from a
/// conclusion is carried out behind it and made good by a sweep.
public final class CaseDesk implements ReviewQueue {

  /// What can be snoozed of a payment.
  public static final List<ListEntity> SNOOZABLE =
      List.of(
          ListEntity.CARD, ListEntity.IP, ListEntity.EMAIL, ListEntity.DEVICE, ListEntity.MERCHANT);

  private final Cases cases;
  private final Conclusions conclusions;
  private final Duration patience;
  private final Clock clock;

  /// @param patience how long a case may stay open before it is overdue
  public CaseDesk(Cases cases, Conclusions conclusions, Duration patience, Clock clock) {
    this.cases = cases;
    this.conclusions = conclusions;
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public void open(Assessment assessment) {
    PaymentFacts facts = assessment.facts();
    if (facts == null) {
      return;
    }
    Instant now = clock.instant();
    cases.open(
        ReviewCase.open(
            assessment.paymentId(),
            facts,
            assessment.score().score(),
            assessment.score().reasons(),
            isSnoozed(facts, now),
            now,
            patience));
  }

  public Move assign(ReviewCase there, String by) {
    return move(there, now -> now.assign(by, clock.instant()));
  }

  public Move release(ReviewCase there, String by) {
    return move(there, now -> now.release(by, clock.instant()));
  }

  /// Labels the payment and puts what was asked for on block lists.
  public Move conclude(ReviewCase there, boolean fraud, Finding finding, String by) {
    Conclusion conclusion =
        new Conclusion(fraud, finding.note(), finding.block(), by, clock.instant());
    Move made = move(there, now -> now.conclude(conclusion));
    if (made instanceof Changed(ReviewCase closed)) {
      conclusions.carryOut(closed);
    }
    return made;
  }

  /// What an analyst writes.
  ///
  /// @param block what of the payment goes to the block lists
  public record Finding(String note, List<ListEntity> block) {}

  private Move move(ReviewCase there, Function<ReviewCase, Move> step) {
    ReviewCase now = there;
    while (true) {
      Move move = step.apply(now);
      switch (move) {
        case Refused _, Unchanged _ -> {
          return move;
        }
        case Changed(ReviewCase next) -> {
          if (cases.save(next)) {
            return move;
          }
          now = cases.find(there.id()).orElseThrow();
        }
      }
    }
  }

  private boolean isSnoozed(PaymentFacts facts, Instant now) {
    return SNOOZABLE.stream()
        .anyMatch(entity -> {
          String value = ListFindings.value(entity, facts);
          return ListValue.canonical(entity, value)
              .flatMap(written -> cases.snoozeOf(entity.code(), written))
              .filter(snooze -> snooze.until().isAfter(now))
              .isPresent();
        });
  }
}
