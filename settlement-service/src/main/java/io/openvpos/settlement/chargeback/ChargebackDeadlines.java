package io.openvpos.settlement.chargeback;

import org.springframework.scheduling.annotation.Scheduled;

/// Looks for cases whose last day is over. Two instances doing so at once accept each case once.
final class ChargebackDeadlines {

  private final ChargebackDesk desk;

  ChargebackDeadlines(ChargebackDesk desk) {
    this.desk = desk;
  }

  @Scheduled(fixedDelayString = "${vpos.chargebacks.look-every:60s}")
  void lapse() {
    desk.lapse();
  }
}
