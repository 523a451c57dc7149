package io.openvpos.merchant.request;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What people write. It is kept and told for ever, so no card number may stand in it.
public final class FreeText {

  /// Thirteen to nineteen digits, with at most one mark between two of them.
  private static final Pattern CARD = Pattern.compile("[0-9](?:[ .-]?[0-9]){12,18}");

  private FreeText() {}

  public static boolean holdsCardNumber(String text) {
    Matcher run = CARD.matcher(text);
    while (run.find()) {
      if (passesLuhn(run.group().replaceAll("[^0-9]", ""))) {
        return true;
      }
    }
    return false;
  }

  private static boolean passesLuhn(String digits) {
    int sum = 0;
    for (int index = 0; index < digits.length(); index++) {
      int digit = digits.charAt(digits.length() - 1 - index) - '0';
      int weighed = index % 2 == 0 ? digit : digit * 2;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }
}
