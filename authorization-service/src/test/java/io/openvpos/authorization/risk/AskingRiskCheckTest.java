package io.openvpos.authorization.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class AskingRiskCheckTest {

  private static final RiskSettings PATIENT = new RiskSettings(Duration.ofSeconds(5), 100);
  private static final RiskSettings HASTY = new RiskSettings(Duration.ofMillis(50), 100);

  private final AtomicReference<AskingRiskCheck> asked = new AtomicReference<>();

  @Test
  void theAnswerWithItsCorrelationIdDecides() {
    AskingRiskCheck check =
        check(
            PATIENT,
            question -> {
              answer("somebody-elses", RiskDecision.APPROVE, 1);
              answer(question.correlationId(), RiskDecision.DECLINE, 97);
              answer(question.correlationId(), RiskDecision.APPROVE, 2);
            });

    RiskOutcome outcome = check.assess(RiskQueries.query(100));

    assertThat(outcome)
        .isEqualTo(new RiskOutcome(RiskDecision.DECLINE, 97, List.of("velocity"), false));
  }

  @Test
  void silenceIsAnsweredByThePolicyWithinTheBudget() {
    AskingRiskCheck check = check(HASTY, question -> {});
    long started = System.nanoTime();

    RiskOutcome below = check.assess(RiskQueries.query(50_000));
    RiskOutcome above = check.assess(RiskQueries.query(50_001));

    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    assertThat(below.decision()).isEqualTo(RiskDecision.APPROVE);
    assertThat(below.timedOut()).isTrue();
    assertThat(above.decision()).isEqualTo(RiskDecision.DECLINE);
    assertThat(above.timedOut()).isTrue();
  }

  @Test
  void aFailureToAskIsSilenceAtOnce() {
    AskingRiskCheck check =
        check(
            PATIENT,
            question -> {
              throw new IllegalStateException("the broker is away");
            });
    long started = System.nanoTime();

    RiskOutcome outcome = check.assess(RiskQueries.query(100));

    assertThat(outcome.timedOut()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(PATIENT.budget());
  }

  @Test
  void aBrokerThatHangsCostsABoundedNumberOfPlaces() {
    CountDownLatch broker = new CountDownLatch(1);
    AtomicInteger questions = new AtomicInteger();
    AskingRiskCheck check =
        check(
            new RiskSettings(Duration.ofMillis(50), 2),
            question -> {
              questions.incrementAndGet();
              awaitQuietly(broker);
            });

    for (int i = 0; i < 5; i++) {
      assertThat(check.assess(RiskQueries.query(100)).timedOut()).isTrue();
    }
    await().untilAsserted(() -> assertThat(questions).hasValue(2));

    broker.countDown();
    await()
        .untilAsserted(() -> {
          assertThat(check.assess(RiskQueries.query(100)).timedOut()).isTrue();
          assertThat(questions).hasValueGreaterThan(2);
        });
  }

  @Test
  void everyAskingHasItsOwnCorrelationIdAndTheSameHash()
      throws InterruptedException, ExecutionException {
    Set<String> correlationIds = ConcurrentHashMap.newKeySet();
    Set<String> hashes = ConcurrentHashMap.newKeySet();
    AskingRiskCheck check =
        check(
            PATIENT,
            question -> {
              correlationIds.add(question.correlationId());
              hashes.add(question.requestHash());
              answer(question.correlationId(), RiskDecision.APPROVE, 3);
            });
    List<Future<RiskOutcome>> all = new ArrayList<>();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        all.add(threads.submit(() -> check.assess(RiskQueries.query(100))));
      }
      for (Future<RiskOutcome> each : all) {
        assertThat(each.get().timedOut()).isFalse();
      }
    }

    assertThat(correlationIds).hasSize(50);
    assertThat(hashes).hasSize(1);
  }

  @Test
  void anInterruptDoesNotBuyThePolicysAnswer()
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<String> question = new CompletableFuture<>();
    AskingRiskCheck check = check(PATIENT, each -> question.complete(each.correlationId()));
    CompletableFuture<RiskOutcome> outcome = new CompletableFuture<>();
    Thread asker =
        Thread.ofVirtual().start(() -> outcome.complete(check.assess(RiskQueries.query(100))));
    String correlationId = question.get(60, TimeUnit.SECONDS);

    asker.interrupt();
    answer(correlationId, RiskDecision.DECLINE, 99);

    assertThat(outcome.get(60, TimeUnit.SECONDS).decision()).isEqualTo(RiskDecision.DECLINE);
  }

  @Test
  void whatIsScoredMakesTheHash() {
    Set<String> hashes =
        Set.of(
            RequestHash.of(RiskQueries.query(100)),
            RequestHash.of(RiskQueries.query(101)),
            RequestHash.of(RiskQueries.query(100, null, "shopper@example.com")),
            RequestHash.of(RiskQueries.query(100, "", "shopper@example.com")),
            RequestHash.of(RiskQueries.query(100, "198.51.100.7", null)),
            RequestHash.of(RiskQueries.query(100, AuthenticationStanding.IMPOSSIBLE)),
            RequestHash.of(RiskQueries.query(100, AuthenticationStanding.AUTHENTICATED)));

    assertThat(hashes).hasSize(7).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    assertThat(hashes).contains(RequestHash.of(RiskQueries.query(100)));
  }

  private AskingRiskCheck check(RiskSettings settings, RiskQuestions questions) {
    AskingRiskCheck check = new AskingRiskCheck(questions, settings, Clock.systemUTC());
    asked.set(check);
    return check;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(String correlationId, RiskDecision decision, int score) {
    asked.get().answered(correlationId, decision, score, List.of("velocity"));
  }
}
