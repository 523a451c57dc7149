package io.openvpos.settlement.payout.bank;

import java.text.Normalizer;

/// Text as banks exchange it: letters and digits without accents and `/ - ? : ( ) . , ' +` and
/// space. Turkish letters become their plain neighbours; anything else becomes a dot.
final class LatinText {

  private static final String ALLOWED =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-?:().,'+ ";

  private LatinText() {}

  /// At most `maxLength` characters, never empty.
  static String of(String text, int maxLength) {
    String plain =
        Normalizer.normalize(text.strip().replace('ı', 'i').replace('İ', 'I'), Normalizer.Form.NFD);
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < plain.length() && kept.length() < maxLength; i++) {
      char c = plain.charAt(i);
      if (ALLOWED.indexOf(c) >= 0) {
        kept.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK
          && !Character.isLowSurrogate(c)) {
        kept.append('.');
      }
    }
    return kept.isEmpty() ? "." : kept.toString();
  }
}
