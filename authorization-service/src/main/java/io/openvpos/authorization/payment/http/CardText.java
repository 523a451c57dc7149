package io.openvpos.authorization.payment.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds a card number in free text, where it would be kept in clear. Only what begins as cards of
/// a scheme do and passes the check digit counts, so that long order numbers are seldom refused.
final class CardText {

  private static final Pattern DIGITS = Pattern.compile("[0-9](?:[ -]?[0-9]){12,}");
  private static final Pattern CARD =
      Pattern.compile("(?:4|5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|3[04-8]|6|9792)[0-9]*");

  private static final int LONGEST = 19;

  private CardText() {}

  static boolean isIn(String text) {
    Matcher runs = DIGITS.matcher(text);
    while (runs.find()) {
      String digits = runs.group().replace(" ", "").replace("-", "");
      if (digits.length() <= LONGEST && CARD.matcher(digits).matches() && passesCheck(digits)) {
        return true;
      }
    }
    return false;
  }

  private static boolean passesCheck(String digits) {
    int sum = 0;
    for (int place = 0; place < digits.length(); place++) {
      int digit = digits.charAt(digits.length() - 1 - place) - '0';
      int weighted = place % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }
}
