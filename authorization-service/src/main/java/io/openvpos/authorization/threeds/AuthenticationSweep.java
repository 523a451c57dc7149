package io.openvpos.authorization.threeds;

import io.openvpos.messaging.task.Tasks;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks every few seconds for what nobody came to finish.
final class AuthenticationSweep implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(AuthenticationSweep.class);
  private static final Duration EVERY = Duration.ofSeconds(3);

  private final Authenticate authenticate;
  private final Tasks.Worker worker;

  AuthenticationSweep(Authenticate authenticate, Tasks tasks) {
    this.authenticate = authenticate;
    worker = tasks.worker("authentication-sweep");
  }

  void start() {
    worker.every(EVERY, EVERY, this::sweep);
  }

  private void sweep() {
    try {
      authenticate.sweep();
    } catch (RuntimeException e) {
      LOGGER.warn("the authentications are swept again shortly", e);
    }
  }

  @Override
  public void close() {
    worker.close();
  }
}
