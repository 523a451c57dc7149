package io.openvpos.merchant.profile.kafka;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/// Tells a profile once more where an older one was sent late and lies behind it: compaction keeps
/// the last record of a merchant, and a service that starts afterwards would read only that, with
/// keys that were revoked since.
final class BuriedProfiles {

  private static final Logger LOGGER = LoggerFactory.getLogger(BuriedProfiles.class);

  private final KnownApiKeys keys;
  private final BooleanSupplier caughtUp;
  private final Consumer<String> tellAgain;

  BuriedProfiles(KnownApiKeys keys, BooleanSupplier caughtUp, Consumer<String> tellAgain) {
    this.keys = keys;
    this.caughtUp = caughtUp;
    this.tellAgain = tellAgain;
  }

  @Scheduled(fixedDelay = 1_000)
  void unbury() {
    if (caughtUp.getAsBoolean()) {
      for (String merchantId : keys.buried()) {
        LOGGER.warn("an older profile of {} came last; the newest is told again", merchantId);
        tellAgain.accept(merchantId);
      }
    }
  }
}
