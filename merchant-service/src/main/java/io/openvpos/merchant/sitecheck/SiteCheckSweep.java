package io.openvpos.merchant.sitecheck;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Takes up what waits or was left unfinished, after the start and twice a minute.
@Component
final class SiteCheckSweep {

  private final SiteChecks checks;

  SiteCheckSweep(SiteChecks checks) {
    this.checks = checks;
  }

  @Scheduled(initialDelay = 5_000, fixedDelay = 30_000)
  void sweep() {
    checks.work();
  }
}
