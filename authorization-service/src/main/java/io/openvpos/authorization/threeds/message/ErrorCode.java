package io.openvpos.authorization.threeds.message;

/// EMV `errorCode`: why a message is refused.
public enum ErrorCode {
  MESSAGE_RECEIVED_INVALID("101", "Message received invalid"),
  VERSION_NOT_SUPPORTED("102", "Message version number not supported"),
  REQUIRED_ELEMENT_MISSING("201", "A required element is missing"),
  CRITICAL_EXTENSION("202", "Critical message extension not recognised"),
  FORMAT_INVALID("203", "Format of an element is invalid"),
  DUPLICATE_ELEMENT("204", "Duplicate data element"),
  TRANSACTION_NOT_RECOGNISED("301", "Transaction ID not recognised"),
  ACCESS_DENIED("303", "Access denied, invalid endpoint"),
  TRANSACTION_DATA_NOT_VALID("305", "Transaction data not valid"),
  TRANSACTION_TIMED_OUT("402", "Transaction timed out"),
  TRANSIENT_FAILURE("403", "Transient system failure");

  private final String code;
  private final String text;

  ErrorCode(String code, String text) {
    this.code = code;
    this.text = text;
  }

  public String code() {
    return code;
  }

  /// EMV `errorDescription`.
  public String text() {
    return text;
  }
}
