package io.openvpos.authorization.webhook.domain;

import java.util.Optional;
import java.util.stream.Stream;

/// What an endpoint can hear of. The names are part of the contract.
public enum EventType {
  PAYMENT_AUTHORIZED("payment.authorized"),
  PAYMENT_CAPTURED("payment.captured"),
  PAYMENT_DECLINED("payment.declined"),
  PAYMENT_VOIDED("payment.voided"),
  PAYMENT_REVERSED("payment.reversed"),
  PAYMENT_REFUNDED("payment.refunded"),
  PAYMENT_EXPIRED("payment.expired"),
  CHARGEBACK_RECEIVED("chargeback.received"),
  CHARGEBACK_REVERSED("chargeback.reversed"),
  PAYOUT_INSTRUCTED("payout.instructed"),
  PAYOUT_CONFIRMED("payout.confirmed"),
  PAYOUT_REJECTED("payout.rejected"),
  PAYOUT_RETURNED("payout.returned"),
  REPORT_READY("settlement.report.ready"),
  ENDPOINT_DISABLED("webhook_endpoint.disabled"),
  TEST("webhook_endpoint.test");

  private final String code;

  EventType(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<EventType> of(String code) {
    return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
