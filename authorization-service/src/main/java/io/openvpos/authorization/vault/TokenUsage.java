package io.openvpos.authorization.vault;

/// How often a token pays.
public enum TokenUsage {
  /// Any number of payments; the same number gets the same token.
  MULTI_USE("multi_use"),
  /// One payment; each is new.
  SINGLE_USE("single_use");

  private final String code;

  TokenUsage(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
