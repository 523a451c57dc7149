package io.openvpos.fraud.lists.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Values as lists hold them: one way of writing for each.
public final class ListValue {

  private static final Pattern CARD = Pattern.compile("[A-Za-z0-9_=:.+/-]{3,128}");
  private static final Pattern CARD_NUMBER = Pattern.compile("\\d(?:[ -]?\\d){12,18}");

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{0,64}@[^@\\s]{1,253}");
  private static final Pattern DEVICE = Pattern.compile("[\\x21-\\x7e]{1,64}");
  private static final Pattern MERCHANT = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private ListValue() {}

  /// The canonical form; empty for what cannot be on such a list.
  public static Optional<String> canonical(ListEntity entity, String typed) {
    String text = typed.strip();
    return switch (entity) {
      case CARD -> matching(CARD, text).filter(card -> !isCardNumber(card));
      case BIN -> BinRange.parse(text).map(BinRange::text);
      case IP -> IpBlock.parse(text).map(IpBlock::text);
      case EMAIL -> matching(EMAIL, text.toLowerCase(Locale.ROOT));
      case DEVICE -> matching(DEVICE, text).filter(device -> !isCardNumber(device));
      case COUNTRY -> Optional.of(text.toUpperCase(Locale.ROOT)).filter(COUNTRIES::contains);
      case MERCHANT -> matching(MERCHANT, text);
    };
  }

  /// It looks like the number of a card, which nobody may send here.
  public static boolean isCardNumber(String typed) {
    return CARD_NUMBER.matcher(typed.strip()).matches();
  }

  private static Optional<String> matching(Pattern pattern, String text) {
    return Optional.of(text).filter(found -> pattern.matcher(found).matches());
  }
}
