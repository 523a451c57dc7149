package io.openvpos.authorization.vault.keys;

/// A vault row that its keys do not open: it was altered, belongs to another owner, or its key is
/// missing. Never says what was in it.
public final class UnreadableCardException extends RuntimeException {

  UnreadableCardException(String message) {
    super(message);
  }

  UnreadableCardException(String message, Throwable cause) {
    super(message, cause);
  }
}
