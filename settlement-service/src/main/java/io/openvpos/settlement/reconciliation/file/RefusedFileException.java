package io.openvpos.settlement.reconciliation.file;

/// A file that is not taken, whole: the line at which it is wrong, and why as a stable code.
public final class RefusedFileException extends RuntimeException {

  private final long line;
  private final String code;

  public RefusedFileException(long line, String code) {
    super("line " + line + ": " + code);
    this.line = line;
    this.code = code;
  }

  /// Counted from 1.
  public long line() {
    return line;
  }

  public String code() {
    return code;
  }
}
