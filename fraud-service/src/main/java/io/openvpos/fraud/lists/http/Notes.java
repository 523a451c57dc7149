package io.openvpos.fraud.lists.http;

import java.util.regex.Pattern;

/// What a person writes beside an entry.
final class Notes {

  /// Thirteen to nineteen digits, with at most one mark between two of them: it may be a card.
  private static final Pattern CARD = Pattern.compile("[0-9](?:[ .-]?[0-9]){12,18}");

  private Notes() {}

  static boolean mentionsCard(String note) {
    return CARD.matcher(note).find();
  }
}
