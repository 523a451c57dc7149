package io.openvpos.authorization.issuer.iso8583;

import com.solab.iso8583.IsoMessage;
import io.openvpos.authorization.issuer.LateAnswer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands answers that nobody waits for to their listeners, off the reading thread.
final class LateAnswers {

  private static final Logger LOGGER = LoggerFactory.getLogger(LateAnswers.class);

  /// Past it the reading thread waits: a listener that lags slows the network down and loses
  /// nothing.
  private static final int AT_ONCE = 256;

  private final List<Consumer<LateAnswer>> listeners = new CopyOnWriteArrayList<>();
  private final Semaphore places = new Semaphore(AT_ONCE);

  void add(Consumer<LateAnswer> listener) {
    listeners.add(listener);
  }

  void accept(IsoMessage message) {
    boolean financial =
        message.getType() == Dialect.AUTHORIZATION_ANSWER
            || message.getType() == Dialect.FINANCIAL_ANSWER;
    var rrn = Dialect.get(message, 37);
    var responseCode = Dialect.get(message, 39);
    if (!financial || rrn.isEmpty() || responseCode.isEmpty()) {
      LOGGER.debug("an answer of type {} to nothing we wait for", message.getType());
      return;
    }
    LateAnswer late =
        new LateAnswer(
            rrn.get(),
            responseCode.get().equals(Dialect.APPROVED),
            responseCode.get(),
            Dialect.get(message, 38).orElse(null));
    places.acquireUninterruptibly();
    Thread.ofVirtual().name("late-answer").start(() -> tell(late));
  }

  private void tell(LateAnswer late) {
    try {
      listeners.forEach(listener -> listener.accept(late));
    } catch (RuntimeException e) {
      // The network's own log still has it: reconciliation finds what a listener failed to take.
      LOGGER.error("a late answer to {} was not taken", late.rrn(), e);
    } finally {
      places.release();
    }
  }
}
