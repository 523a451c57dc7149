package io.openvpos.merchant.sitecheck.domain.judge;

import io.openvpos.merchant.sitecheck.domain.seen.Link;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The word lists, in both languages: `sitecheck/words_tr.txt` and `words_en.txt`. A phrase is
/// matched from the start of a word and may go on, because Turkish adds its grammar at the end.
@SuppressWarnings("ImmutableEnumChecker") // the list is List.copyOf's
public enum Words {
  LOG_IN,
  SIGN_UP,
  BASKET,
  CHECKOUT,
  CARD,
  CARD_BRAND,
  PAYMENT,
  DISTANCE_SALES,
  DISTANCE_SALES_TEXT,
  RETURNS,
  RETURNS_TEXT,
  PRIVACY,
  PRIVACY_TEXT,
  CONTACT,
  POSTAL,
  COMMON_TR,
  COMMON_EN,
  TURKISH,
  KEEP_OFF;

  /// What pages are looked for by, in the order of their worth.
  public static final List<Words> SOUGHT =
      List.of(
          TURKISH,
          CONTACT,
          DISTANCE_SALES,
          RETURNS,
          PRIVACY,
          CHECKOUT,
          BASKET,
          LOG_IN,
          SIGN_UP,
          PAYMENT);

  private static final Pattern SEPARATORS = Pattern.compile("[-_/.=&?+%]+");

  private final List<String> phrases;
  private final Pattern pattern;

  Words() {
    phrases = WordFiles.read(name().toLowerCase(Locale.ROOT));
    String any = phrases.stream().map(Words::regex).collect(Collectors.joining("|"));
    pattern = Pattern.compile("(?<![a-z0-9])(?:" + any + ")");
  }

  /// Where a phrase is in a folded text.
  public Optional<Integer> in(String folded) {
    Matcher found = pattern.matcher(folded);
    return found.find() ? Optional.of(found.start()) : Optional.empty();
  }

  /// True if a link is called so, by what it shows or by where it leads.
  public boolean names(Link link) {
    return in(Folding.fold(Folding.clean(link.text()))).isPresent() || names(link.address());
  }

  public boolean names(URI address) {
    String query = address.getQuery() == null ? "" : " " + address.getQuery();
    String said = SEPARATORS.matcher(address.getPath() + query).replaceAll(" ");
    return in(Folding.fold(Folding.clean(said))).isPresent();
  }

  /// How many different phrases of the list a folded text has.
  public int different(String folded) {
    return (int) phrases.stream().filter(phrase -> has(folded, phrase)).count();
  }

  /// How many words of a folded text are of the list.
  public int count(String folded) {
    return (int) pattern.matcher(folded).results().count();
  }

  private static boolean has(String folded, String phrase) {
    return Pattern.compile("(?<![a-z0-9])" + regex(phrase)).matcher(folded).find();
  }

  private static String regex(String phrase) {
    boolean whole = phrase.endsWith("!");
    String words = whole ? phrase.substring(0, phrase.length() - 1) : phrase;
    return words.replace(" ", "\\s*") + (whole ? "(?![a-z0-9])" : "");
  }
}
