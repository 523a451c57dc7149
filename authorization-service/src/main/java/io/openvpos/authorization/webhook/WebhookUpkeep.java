package io.openvpos.authorization.webhook;

import io.openvpos.authorization.vault.Seals;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for due deliveries every few seconds, removes old ones every hour, and wraps secrets anew
/// after the vault's keys were rotated.
final class WebhookUpkeep implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(WebhookUpkeep.class);
  private static final Duration HOUR = Duration.ofHours(1);

  private final WebhookParts parts;
  private final Deliverer deliverer;
  private final Seals seals;
  private final WebhookSettings settings;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("webhook-upkeep").factory());

  WebhookUpkeep(
      WebhookParts parts, Deliverer deliverer, Seals seals, WebhookSettings settings, Clock clock) {
    this.parts = parts;
    this.deliverer = deliverer;
    this.seals = seals;
    this.settings = settings;
    this.clock = clock;
  }

  void start() {
    every(settings.sweepEvery(), deliverer::sweep);
    every(HOUR, this::removeOld);
    every(HOUR, this::renewSecrets);
  }

  void removeOld() {
    int removed = parts.deliveries().removeMadeBefore(clock.instant().minus(settings.keep()));
    if (removed > 0) {
      LOGGER.info("{} webhook deliveries were past their retention", removed);
    }
  }

  void renewSecrets() {
    new SecretRenewal(parts.endpoints(), seals).run();
  }

  private void every(Duration pause, Runnable work) {
    var _ =
        timer.scheduleWithFixedDelay(
            () -> {
              try {
                work.run();
              } catch (RuntimeException e) {
                // An exception would end the schedule; the next run does this one's work.
                LOGGER.warn("webhooks: an upkeep could not run", e);
              }
            },
            pause.toMillis(),
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
