package io.openvpos.sandbox.verify.checks;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks for card numbers of the sandbox's ranges and for card codes in any text. A number of 13 to
/// 19 digits is found inside longer runs too, with a single mark between its digits, and in the
/// forms of [CardForms].
public final class CardScan {

  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;

  private static final List<String> PREFIXES =
      List.of(
          "41556501",
          "55287900",
          "97920300",
          "41111111",
          "41291111",
          "41251111",
          "41271111",
          "41261111",
          "42424242");

  private static final Pattern CODE =
      Pattern.compile("(?i)\\bcv[cv]2?\\b[\"'\\\\]*\\s*[:=]\\s*[\"'\\\\]*\\d{3,4}\\b");

  /// Marks that people and programs put between the digits of a number.
  private static final String MARKS = " -._/\u00a0";

  private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=[0-9])[ ._/\u00a0-](?=[0-9])");

  private CardScan() {}

  /// The first finding, itself masked; null if there is none.
  public static @Nullable String find(CharSequence text) {
    String plain = inText(text);
    if (plain != null) {
      return plain;
    }
    for (String form : CardForms.of(text)) {
      String found = inText(form);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /// The text in each of its forms, without the marks between digits: for whoever knows the numbers
  /// that must not be there.
  public static List<String> readings(CharSequence text) {
    return Stream.concat(Stream.of(text.toString()), CardForms.of(text).stream())
        .map(form -> BETWEEN_DIGITS.matcher(form).replaceAll(""))
        .toList();
  }

  private static @Nullable String inText(CharSequence text) {
    StringBuilder digits = new StringBuilder();
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char letter = text.charAt(i);
      if (isDigit(letter)) {
        digits.append(letter);
      } else if (!digits.isEmpty() && !joins(text, i)) {
        String found = inDigits(digits);
        if (found != null) {
          return found;
        }
        digits.setLength(0);
      }
    }
    String last = inDigits(digits);
    return last != null ? last : code(text);
  }

  private static @Nullable String code(CharSequence text) {
    return CODE.matcher(text).find() ? "a card code" : null;
  }

  /// A field that holds a card code, whatever is in it.
  static boolean namesCode(String field) {
    return switch (field.toLowerCase(Locale.ROOT)) {
      case "cvc", "cvc2", "cvv", "cvv2", "card_code", "security_code" -> true;
      default -> false;
    };
  }

  private static boolean joins(CharSequence text, int i) {
    char letter = text.charAt(i);
    return MARKS.indexOf(letter) >= 0 && i + 1 < text.length() && isDigit(text.charAt(i + 1));
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  private static @Nullable String inDigits(CharSequence digits) {
    if (digits.length() < SHORTEST) {
      return null;
    }
    String run = digits.toString();
    for (String prefix : PREFIXES) {
      int start = run.indexOf(prefix);
      while (start >= 0) {
        for (int end = start + SHORTEST; end <= Math.min(start + LONGEST, run.length()); end++) {
          if (luhn(run, start, end)) {
            return "card number " + prefix.substring(0, 6) + "... of " + (end - start) + " digits";
          }
        }
        start = run.indexOf(prefix, start + 1);
      }
    }
    return null;
  }

  static boolean luhn(String digits, int start, int end) {
    int sum = 0;
    for (int i = end - 1; i >= start; i--) {
      int digit = digits.charAt(i) - '0';
      boolean doubled = (end - 1 - i) % 2 == 1;
      int value = doubled ? digit * 2 : digit;
      sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
  }
}
