package io.openvpos.authorization.payment.domain;

/// Why a command is refused. Rejections of amount stay true for ever and are kept with the
/// idempotency key; rejections of state may pass.
public enum Rejection {
  PAYMENT_NOT_CAPTURABLE(false),
  PAYMENT_NOT_VOIDABLE(false),
  PAYMENT_NOT_REFUNDABLE(false),
  PAYMENT_NOT_INCREMENTABLE(false),
  PAYMENT_PROCESSING(false),
  REVERSAL_NOT_UNRESOLVED(false),
  CAPTURE_EXCEEDS_AUTHORIZED(true),
  REFUND_EXCEEDS_CAPTURED(true);

  private final boolean ofAmount;

  Rejection(boolean ofAmount) {
    this.ofAmount = ofAmount;
  }

  public boolean ofAmount() {
    return ofAmount;
  }
}
