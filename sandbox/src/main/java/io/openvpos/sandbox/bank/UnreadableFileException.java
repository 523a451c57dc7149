package io.openvpos.sandbox.bank;

import org.jspecify.annotations.Nullable;

/// The body is no payment file that this bank can read.
final class UnreadableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableFileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
