package io.openvpos.authorization.threeds.message;

/// A message that must be refused; becomes an Erro where there is somebody to answer.
public final class ProtocolException extends Exception {

  private final ErrorCode code;
  private final String detail;

  /// @param detail EMV `errorDetail`: the field's name, never its value
  public ProtocolException(ErrorCode code, String detail) {
    super(code.code() + " " + detail, null, false, false);
    this.code = code;
    this.detail = detail;
  }

  public ErrorCode code() {
    return code;
  }

  public String detail() {
    return detail;
  }
}
