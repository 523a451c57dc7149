package io.openvpos.card;

import java.util.regex.Pattern;

/// Whether text that people write may hold a card number, which has no place outside the vault. Any
/// run long enough counts, whatever its check digit: a number beside other digits has none.
public final class CardNumbers {

  /// Thirteen to nineteen digits, with at most one mark between two of them.
  private static final Pattern CARD = Pattern.compile("[0-9](?:[ .-]?[0-9]){12,18}");

  private CardNumbers() {}

  public static boolean mayBeIn(String text) {
    return CARD.matcher(text).find();
  }
}
