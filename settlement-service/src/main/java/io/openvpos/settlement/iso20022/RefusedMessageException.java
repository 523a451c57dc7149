package io.openvpos.settlement.iso20022;

/// A well-formed message that is not taken, whole; nothing of it counts.
public final class RefusedMessageException extends RuntimeException {

  private final String pointer;
  private final String code;

  /// @param pointer the part that is wrong, such as `/statements/ST-1`
  /// @param code what is wrong with it, the key of a text for fields
  public RefusedMessageException(String pointer, String code) {
    super(pointer + " " + code, null, false, false);
    this.pointer = pointer;
    this.code = code;
  }

  public String pointer() {
    return pointer;
  }

  public String code() {
    return code;
  }
}
