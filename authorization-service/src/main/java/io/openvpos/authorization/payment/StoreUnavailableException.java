package io.openvpos.authorization.payment;

/// The store did not answer. Whether it did what was asked is unknown: read again before deciding.
public final class StoreUnavailableException extends RuntimeException {

  public StoreUnavailableException(Throwable cause) {
    super("the payment store did not answer", cause);
  }
}
