package io.openvpos.authorization.risk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks, waits within the budget, and lets the merchant's policy decide otherwise. Answers that
/// nobody waits for are ignored: the fraud service keeps them.
public final class AskingRiskCheck implements RiskCheck {

  private static final Logger LOGGER = LoggerFactory.getLogger(AskingRiskCheck.class);

  private final RiskQuestions questions;
  private final RiskSettings settings;
  private final Clock clock;
  private final Semaphore places;
  private final Map<String, CompletableFuture<RiskOutcome>> waiting = new ConcurrentHashMap<>();

  public AskingRiskCheck(RiskQuestions questions, RiskSettings settings, Clock clock) {
    this.questions = questions;
    this.settings = settings;
    this.clock = clock;
    places = new Semaphore(settings.pending());
  }

  @Override
  public RiskOutcome assess(RiskQuery query) {
    long end = System.nanoTime() + settings.budget().toNanos();
    if (!places.tryAcquire()) {
      return query.policy().onSilence(query.amount());
    }
    Instant now = clock.instant();
    RiskQuestion question =
        new RiskQuestion(
            query,
            UUID.randomUUID().toString(),
            RequestHash.of(query),
            now,
            now.plus(settings.budget()));
    CompletableFuture<RiskOutcome> answer = new CompletableFuture<>();
    waiting.put(question.correlationId(), answer);
    // Asking may block while the broker is away; the place is taken until that is over.
    Thread.ofVirtual().name("risk-question").start(() -> ask(question, answer));
    try {
      return await(answer, end);
    } catch (TimeoutException | ExecutionException e) {
      return query.policy().onSilence(query.amount());
    } finally {
      waiting.remove(question.correlationId());
    }
  }

  /// Takes an assessment that came in; unknown correlation ids are somebody else's, or late.
  public void answered(
      String correlationId, RiskDecision decision, int score, List<String> reasons) {
    CompletableFuture<RiskOutcome> answer = waiting.get(correlationId);
    if (answer != null) {
      answer.complete(new RiskOutcome(decision, score, reasons, false));
    }
  }

  private void ask(RiskQuestion question, CompletableFuture<RiskOutcome> answer) {
    try {
      questions.ask(question);
    } catch (RuntimeException e) {
      LOGGER.warn("risk could not be asked about {}", question.query().paymentId(), e);
      answer.completeExceptionally(e);
    } finally {
      places.release();
    }
  }

  /// Also through interrupts: a client that goes away must not buy itself the policy's answer.
  private static RiskOutcome await(CompletableFuture<RiskOutcome> answer, long end)
      throws TimeoutException, ExecutionException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
