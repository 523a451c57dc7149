package io.openvpos.settlement.iso20022;

/// Bytes that are not the message they are taken for.
public final class InvalidMessageException extends IllegalStateException {

  private final int line;

  InvalidMessageException(String message, int line, Throwable cause) {
    super(message, cause);
    this.line = Math.max(1, line);
  }

  /// Where it first goes wrong, from 1.
  public int line() {
    return line;
  }
}
