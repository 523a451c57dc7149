package io.openvpos.fraud.rules;

import io.openvpos.messaging.task.Tasks;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for another version as long as the service runs.
public final class RulesRefresh implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(RulesRefresh.class);

  private final RulesInForce rules;
  private final Tasks.Worker worker;

  /// Loads first, so that nothing is judged by no rules; throws if that fails.
  public RulesRefresh(RulesInForce rules, Tasks tasks, Duration pause) {
    this.rules = rules;
    rules.refresh();
    worker = tasks.worker("fraud-rules");
    worker.every(pause, pause, this::refresh);
  }

  private void refresh() {
    try {
      rules.refresh();
    } catch (RuntimeException e) {
      LOGGER.warn("rules and lists of before stay in force", e);
    }
  }

  @Override
  public void close() {
    worker.close();
  }
}
