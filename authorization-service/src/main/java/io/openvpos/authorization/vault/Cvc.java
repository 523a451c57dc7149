package io.openvpos.authorization.vault;

/// A card's security code: three or four digits. Lives in memory until the issuer has answered and
/// is never stored, logged or hashed.
record Cvc(String digits) {

  Cvc {
    if (!isCode(digits)) {
      throw new IllegalArgumentException("not a security code");
    }
  }

  static boolean isCode(String text) {
    return Pan.isNumber(text) && (text.length() == 3 || text.length() == 4);
  }

  @Override
  public String toString() {
    return "Cvc[***]";
  }
}
