package io.openvpos.fraud.state;

/// Bytes that are no state, or another's. Whoever meets it builds the state anew from the log.
public final class UnreadableStateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableStateException(String message) {
    super(message);
  }

  public UnreadableStateException(String message, Throwable cause) {
    super(message, cause);
  }
}
