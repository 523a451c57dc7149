package io.openvpos.authorization.payment.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds a card number in free text, where it would be kept in clear: a run of digits, or groups of
/// digits as cards print them, that begins and is as long as the cards of a scheme are and passes
/// the check digit. Every tenth number passes that by chance, so digits that merely stand near each
/// other are never joined, and an order number is refused only if it looks like a card in all
/// three.
final class CardText {

  /// Groups of four, with or without the three of a long number, or as American Express prints its
  /// numbers, with any one mark between them.
  private static final Pattern GROUPS =
      Pattern.compile(
          "([0-9]{4}(?:S[0-9]{4}){3})(S[0-9]{3})?(?![0-9])|([0-9]{4}S[0-9]{6}S[0-9]{5})(?![0-9])"
              .replace("S", "[\\p{Zs}\\p{Pd}._/]"));

  private static final Pattern RUN = Pattern.compile("[0-9]+");

  /// What each scheme's numbers begin with, and their lengths. Twelve digits are left out: only
  /// Maestro ever had so few, and every shop has order numbers and telephone numbers like that.
  private static final Pattern CARD =
      Pattern.compile(
          String.join(
              "|",
              // Visa
              "4(?:[0-9]{12}|[0-9]{15}|[0-9]{18})",
              // Mastercard
              "5[1-5][0-9]{14}",
              "2(?:22[1-9]|2[3-9][0-9]|[3-6][0-9]{2}|7[01][0-9]|720)[0-9]{12}",
              // American Express
              "3[47][0-9]{13}",
              // Troy
              "9792[0-9]{12}",
              // Diners Club
              "3(?:0[0-5]|[689][0-9])[0-9]{11}(?:[0-9]{2})?",
              // JCB
              "35(?:2[89]|[3-8][0-9])[0-9]{12,15}",
              // Troy, UnionPay, Discover, Maestro
              "(?:50|5[6-9]|6[0-9])[0-9]{14,17}"));

  private CardText() {}

  static boolean isIn(String text) {
    Matcher run = RUN.matcher(text);
    Matcher groups = GROUPS.matcher(text);
    while (run.find()) {
      boolean grouped = groups.region(run.start(), text.length()).lookingAt();
      if (isCard(run.group()) || (grouped && isCard(groups))) {
        return true;
      }
    }
    return false;
  }

  /// The last three digits may belong to the number or be a security code behind it.
  private static boolean isCard(Matcher groups) {
    return isCard(digits(groups.group()))
        || (groups.group(2) != null && isCard(digits(groups.group(1))));
  }

  private static String digits(String groups) {
    return groups.replaceAll("[^0-9]", "");
  }

  private static boolean isCard(String digits) {
    return CARD.matcher(digits).matches() && passesCheck(digits);
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
