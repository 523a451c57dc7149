package io.openvpos.settlement.payout.domain;

import java.util.regex.Pattern;

/// What people write may hold a card number, which has no place here.
public final class CardNumbers {

  /// Thirteen to nineteen digits, with at most one mark between two of them.
  private static final Pattern CARD = Pattern.compile("[0-9](?:[ .-]?[0-9]){12,18}");

  private CardNumbers() {}

  public static boolean mayBeIn(String text) {
    return CARD.matcher(text).find();
  }
}
