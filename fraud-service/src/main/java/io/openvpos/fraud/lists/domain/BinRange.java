package io.openvpos.fraud.lists.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cards by their first eight digits, both ends included.
record BinRange(int from, int to) {

  private static final int DIGITS = 8;
  private static final Pattern PREFIX = Pattern.compile("\\d{4,8}");
  private static final Pattern RANGE = Pattern.compile("(\\d{6,8})\\s*-\\s*(\\d{6,8})");

  /// `4532`, `45321234` or `45321200-45321299`.
  static Optional<BinRange> parse(String text) {
    if (PREFIX.matcher(text).matches()) {
      return Optional.of(new BinRange(padded(text, '0'), padded(text, '9')));
    }
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return Optional.empty();
    }
    int from = padded(range.group(1), '0');
    int to = padded(range.group(2), '9');
    return from > to ? Optional.empty() : Optional.of(new BinRange(from, to));
  }

  /// The first eight digits of a card, −1 if these are no eight digits.
  static int of(String bin) {
    if (bin.length() < 4 || bin.length() > DIGITS) {
      return -1;
    }
    int number = 0;
    for (int place = 0; place < DIGITS; place++) {
      int digit = place < bin.length() ? bin.charAt(place) - '0' : 0;
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  String text() {
    return from == to ? "%08d".formatted(from) : "%08d-%08d".formatted(from, to);
  }

  private static int padded(String digits, char filler) {
    return Integer.parseInt(digits + String.valueOf(filler).repeat(DIGITS - digits.length()));
  }
}
