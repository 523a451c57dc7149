package io.openvpos.authorization.vault;

import io.openvpos.messaging.task.Tasks;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Seals the records of uses from time to time.
final class UseSealing implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(UseSealing.class);
  private static final Duration EVERY = Duration.ofMinutes(5);

  private final UseChain chain;
  private final Tasks.Worker worker;

  UseSealing(UseChain chain, Tasks tasks) {
    this.chain = chain;
    worker = tasks.worker("card-use-sealing");
  }

  void start() {
    worker.every(EVERY, EVERY, this::seal);
  }

  private void seal() {
    try {
      boolean more = true;
      while (more) {
        more = chain.sealNext();
      }
    } catch (RuntimeException e) {
      LOGGER.error("readings of cards could not be sealed; tried again shortly", e);
    }
  }

  @Override
  public void close() {
    worker.close();
  }
}
