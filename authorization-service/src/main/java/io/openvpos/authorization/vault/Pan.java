package io.openvpos.authorization.vault;

/// A primary account number: 12 to 19 digits whose last is the Luhn check digit. Never printed.
record Pan(String digits) {

  static final int SHORTEST = 12;
  static final int LONGEST = 19;

  Pan {
    if (!isNumber(digits) || !hasCardLength(digits) || !passesLuhn(digits)) {
      throw new IllegalArgumentException("not a card number");
    }
  }

  static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(each -> each >= '0' && each <= '9');
  }

  static boolean hasCardLength(String text) {
    return text.length() >= SHORTEST && text.length() <= LONGEST;
  }

  static boolean passesLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  /// The leading digits that may be shown: eight, but six of a number shorter than 16, so that with
  /// the last four enough stays hidden.
  String bin() {
    return digits.substring(0, digits.length() >= 16 ? 8 : 6);
  }

  String last4() {
    return digits.substring(digits.length() - 4);
  }

  @Override
  public String toString() {
    return "Pan[****]";
  }
}
