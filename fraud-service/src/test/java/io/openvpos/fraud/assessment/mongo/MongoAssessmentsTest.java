package io.openvpos.fraud.assessment.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.fakes.Assessed;
import io.openvpos.fraud.fakes.MemoryStore;
import io.openvpos.fraud.fakes.Payments;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.RiskScore;
import java.util.List;
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
