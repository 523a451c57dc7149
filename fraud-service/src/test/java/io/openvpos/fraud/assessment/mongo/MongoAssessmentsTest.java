package io.openvpos.fraud.assessment.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.fakes.Assessed;
import io.openvpos.fraud.fakes.MemoryStore;
import io.openvpos.fraud.fakes.Payments;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.RiskScore;
import io.openvpos.money.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoAssessmentsTest {

  private final MemoryStore store = new MemoryStore();
  private final MongoAssessments assessments = new MongoAssessments(store.plain("assessments"));

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void theFirstOfARequestStaysAndIsTheAnswerToEveryOther() {
    Assessment first = scored("pay_1", 12);
    assertThat(assessments.keepFirst(List.of(first))).containsExactly(first);

    List<Assessment> answers =
        assessments.keepFirst(
            List.of(scored("pay_2", 40), scored("pay_1", 99), scored("pay_2", 7)));

    assertThat(answers).extracting(answer -> answer.score().score()).containsExactly(40, 12, 40);
    assertThat(assessments.ofPayment("pay_1")).containsExactly(first);
  }

  @Test
  void anotherRequestOfThePaymentIsKeptBesideTheFirst() {
    Assessment first = scored("pay_1", 12);
    Assessment other = ofRequest(first, "h2");

    assertThat(assessments.keepFirst(List.of(first, other))).containsExactly(first, other);
    assertThat(assessments.keepFirst(List.of(other, first))).containsExactly(other, first);
    assertThat(assessments.ofPayment("pay_1")).containsExactlyInAnyOrder(first, other);
  }

  @Test
  void aSpanIsReadOnceFromItsBeginningToBeforeItsEndHoweverDenseItIs() {
    List<Assessment> made = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      made.add(at("dense_" + i, Payments.NOON.plusMillis(i / 80)));
    }
    made.add(at("late", Payments.NOON.plus(Duration.ofDays(2))));
    made.add(at("later", Payments.NOON.plus(Duration.ofDays(3))));
    assessments.keepFirst(made);

    assertThat(between(Payments.NOON, Payments.NOON.plus(Duration.ofDays(3)), 1_000))
        .containsExactlyInAnyOrderElementsOf(made.subList(0, 401));
    assertThat(between(Payments.NOON.plusMillis(1), Payments.NOON.plusMillis(4), 1_000))
        .containsExactlyInAnyOrderElementsOf(made.subList(80, 320));
    assertThat(between(Payments.NOON, Payments.NOON.plus(Duration.ofDays(9)), 3)).hasSize(3);
    assertThat(assessments.oldest()).contains(Payments.NOON);
  }

  /// Who looks at the few of one mode reads nothing of the many of the other.
  @Test
  void theNewestOfAModeComeWithoutTheOthers() {
    List<Assessment> trials = List.of(scored("trial_1", 1), scored("trial_2", 2));
    Assessment sale = Assessed.of("sale", Payments.usual().live());
    assessments.keepFirst(trials);
    assessments.keepFirst(List.of(sale));
    assertThat(newest(Mode.LIVE)).containsExactly(sale);
    assertThat(newest(Mode.TEST)).containsExactlyInAnyOrderElementsOf(trials);
    assertThat(newest(null)).hasSize(3);
  }

  private List<Assessment> newest(@Nullable Mode mode) {
    List<Assessment> found = new ArrayList<>();
    assessments.newest(Payments.NOON, mode, found::add);
    return found;
  }

  private List<Assessment> between(Instant from, Instant to, int most) {
    List<Assessment> found = new ArrayList<>();
    assessments.between(
        from,
        to,
        each -> {
          found.add(each);
          return found.size() < most;
        });
    return found;
  }

  private static Assessment at(String payment, Instant requested) {
    Assessment like = scored(payment, 12);
    return new Assessment(
        like.paymentId(),
        like.requestHash(),
        like.merchantId(),
        like.mode(),
        like.cardFingerprint(),
        like.score(),
        like.velocity(),
        like.model(),
        like.facts(),
        like.ruling(),
        requested,
        like.assessedAt());
  }

  private static Assessment scored(String payment, int score) {
    return Assessed.of(
        payment, Payments.usual().before(new RiskScore(Decision.APPROVE, score, List.of())));
  }

  private static Assessment ofRequest(Assessment like, String hash) {
    return new Assessment(
        like.paymentId(),
        hash,
        like.merchantId(),
        like.mode(),
        like.cardFingerprint(),
        like.score(),
        like.velocity(),
        like.model(),
        like.facts(),
        like.ruling(),
        like.requestedAt(),
        like.assessedAt());
  }
}
