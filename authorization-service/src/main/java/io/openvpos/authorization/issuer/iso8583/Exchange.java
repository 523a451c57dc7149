package io.openvpos.authorization.issuer.iso8583;

import com.solab.iso8583.IsoMessage;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/// One message and the wait for its answer. Exactly one of the writer (who sends it) and the asker
/// (who gives up) moves it on from waiting to be sent, so that "not sent" is certain.
final class Exchange {

  /// How an exchange ended.
  sealed interface Result {}

  /// The answer that matches.
  record Answered(IsoMessage message) implements Result {}

  /// Sent, or perhaps sent, and no answer.
  record Silence() implements Result {}

  /// Not one byte was sent, nor ever will be.
  record Unsent() implements Result {}

  private enum Stage {
    QUEUED,
    SENT,
    WITHDRAWN
  }

  private final byte[] frame;
  private final String stan;
  private final String rrn;
  private final int answerType;
  private final Instant deadline;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.QUEUED);
  private final CompletableFuture<Result> result = new CompletableFuture<>();

  /// @param rrn what the answer must carry besides the trace number; empty for network messages
  Exchange(IsoMessage message, int answerType, String stan, String rrn, Instant deadline) {
    frame = Frames.frame(Dialect.write(message));
    this.stan = stan;
    this.rrn = rrn;
    this.answerType = answerType;
    this.deadline = deadline;
  }

  byte[] frame() {
    return frame;
  }

  String stan() {
    return stan;
  }

  Instant deadline() {
    return deadline;
  }

  /// Called immediately before the socket write: true if the message may leave, and then it counts
  /// as sent whatever the write does.
  boolean startSending(Instant now) {
    if (!now.isBefore(deadline)) {
      withdraw();
      return false;
    }
    return stage.compareAndSet(Stage.QUEUED, Stage.SENT);
  }

  boolean isAnsweredBy(IsoMessage message) {
    return message.getType() == answerType && Dialect.get(message, 37).orElse("").equals(rrn);
  }

  void answer(IsoMessage message) {
    result.complete(new Answered(message));
  }

  /// The connection is gone: what was not sent never will be, the rest stays unanswered.
  void disconnected() {
    withdraw();
    result.complete(withoutAnswer());
  }

  /// Waits for the end, also through interrupts: an answer to a message that was sent must not be
  /// lost because the caller of the API has gone.
  ///
  /// @return nothing has come yet if it is [Silence]
  Result await(long nanos) {
    boolean interrupted = false;
    long end = System.nanoTime() + nanos;
    try {
      while (true) {
        try {
          return result.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (TimeoutException e) {
      withdraw();
      return result.getNow(withoutAnswer());
    } catch (ExecutionException e) {
      throw new IllegalStateException("an exchange never ends with an exception", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void withdraw() {
    if (stage.compareAndSet(Stage.QUEUED, Stage.WITHDRAWN)) {
      result.complete(withoutAnswer());
    }
  }

  /// Only the stage tells, never the result: whoever withdrew it may not yet have completed that.
  private Result withoutAnswer() {
    return stage.get() == Stage.WITHDRAWN ? new Unsent() : new Silence();
  }
}
