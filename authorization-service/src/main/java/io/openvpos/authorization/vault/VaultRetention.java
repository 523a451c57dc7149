package io.openvpos.authorization.vault;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes cards that nobody has used for the retention time: by their last use alone, never by
/// looking for payments that name them. Removes tokens for one payment that none took, and records
/// of uses that are old enough, too.
final class VaultRetention implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(VaultRetention.class);
  private static final Duration FIRST_AFTER = Duration.ofMinutes(10);
  private static final Duration EVERY = Duration.ofDays(1);

  private final VaultRows rows;
  private final UseChain uses;
  private final VaultSettings settings;
  private final Clock clock;
  private final ScheduledExecutorService daily =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("vault-retention").factory());

  VaultRetention(VaultRows rows, UseChain uses, VaultSettings settings, Clock clock) {
    this.rows = rows;
    this.uses = uses;
    this.settings = settings;
    this.clock = clock;
  }

  void start() {
    var _ =
        daily.scheduleWithFixedDelay(
            this::removeUnused, FIRST_AFTER.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  void removeUnused() {
    try {
      int found = rows.removeUnusedSince(clock.instant().minus(settings.retention()));
      int untaken = rows.removeUntakenSince(clock.instant().minus(settings.untakenLife()));
      LOGGER.info("{} cards were past their retention, {} tokens were not taken", found, untaken);
      uses.removeOld();
    } catch (RuntimeException e) {
      // An exception would end the schedule; tomorrow's run does today's work.
      LOGGER.error("the vault's retention could not run", e);
    }
  }

  @Override
  public void close() {
    daily.shutdownNow();
  }
}
