package io.openvpos.merchant.sitecheck.domain.judge;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Makes texts comparable whatever their letters' case, in Turkish and English at once: İ, I, ı and
/// i become one letter, ş becomes s. Folding a cleaned text keeps every letter in its place, so
/// what is found can be shown as it was written.
public final class Folding {

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Mn}\\u00AD\\u200B-\\u200F\\uFEFF]");
  private static final Pattern BLANKS =
      Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F\\u3000]+");

  private Folding() {}

  /// Composed letters, single blanks, nothing that is not seen.
  public static String clean(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return BLANKS.matcher(UNSEEN.matcher(composed).replaceAll("")).replaceAll(" ").strip();
  }

  /// Of a cleaned text; as long as that.
  public static String fold(String cleaned) {
    StringBuilder folded = new StringBuilder(cleaned.length());
    for (int at = 0; at < cleaned.length(); at++) {
      folded.append(fold(cleaned.charAt(at)));
    }
    return folded.toString();
  }

  private static char fold(char one) {
    if (one == 'ı' || one == 'İ') {
      return 'i';
    }
    char lower = Character.toLowerCase(one);
    if (lower < 0x80) {
      return lower;
    }
    return Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD).charAt(0);
  }
}
