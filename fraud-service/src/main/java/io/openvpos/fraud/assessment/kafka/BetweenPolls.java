package io.openvpos.fraud.assessment.kafka;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// What other threads want of the partitions: done by the thread that polls, one wish between two
/// polls, because nobody else may touch them.
@Component
final class BetweenPolls {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final LinkedBlockingQueue<Consumer<RiskCheckReader>> wishes = new LinkedBlockingQueue<>();

  /// Waits for the answer; throws [IllegalStateException] if nobody polls.
  <T> T ask(Function<RiskCheckReader, T> wish) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Consumer<RiskCheckReader> waiting =
        reader -> {
          try {
            answer.complete(wish.apply(reader));
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        };
    wishes.add(waiting);
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      wishes.remove(waiting);
      throw new IllegalStateException("risk checks are not being read", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the partitions gave no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  void serve(RiskCheckReader reader) {
    Consumer<RiskCheckReader> next = wishes.poll();
    if (next != null) {
      next.accept(reader);
    }
  }
}
