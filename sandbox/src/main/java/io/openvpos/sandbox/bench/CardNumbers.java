package io.openvpos.sandbox.bench;

import java.util.List;
import java.util.Random;

/// Card numbers that the sandbox's issuers approve: one of their three ranges, seven digits drawn
/// and the check digit. The same seed gives the same cards. One caller at a time.
public final class CardNumbers {

  public static final List<String> RANGES = List.of("41556501", "55287900", "97920300");

  private static final int DRAWN = 10_000_000;

  private final Random random;

  public CardNumbers(Random random) {
    this.random = random;
  }

  public String next() {
    return of(RANGES.get(random.nextInt(RANGES.size())), random.nextInt(DRAWN));
  }

  /// The card of that account in a range.
  ///
  /// @param account 0 to 9,999,999
  public static String of(String range, int account) {
    String digits = range + String.valueOf(DRAWN + account).substring(1);
    return digits + checkDigit(digits);
  }

  /// The Luhn digit that completes a number.
  public static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return (10 - sum % 10) % 10;
  }
}
