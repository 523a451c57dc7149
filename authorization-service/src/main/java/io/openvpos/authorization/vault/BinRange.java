package io.openvpos.authorization.vault;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Prefixes of one length, from the first to the last, and what they say.
///
/// @param pointsProgram the name of the issuer's loyalty points; null if the cards have none
record BinRange(
    String from,
    String to,
    String brand,
    String funding,
    String country,
    String cardClass,
    @Nullable String pointsProgram) {

  private static final int CELLS = 6;
  private static final String HOME = "TR";
  private static final Pattern PREFIX = Pattern.compile("[0-9]{1,8}");
  private static final Pattern BRAND = Pattern.compile("[a-z]{2,20}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern PROGRAM = Pattern.compile("\\p{L}[\\p{L}0-9 ]{0,28}[\\p{L}0-9]");
  private static final Set<String> FUNDINGS = Set.of("credit", "debit", "prepaid", "unknown");
  private static final Set<String> CLASSES =
      Set.of("own_bank", "domestic_credit", "debit", "prepaid", "commercial", "foreign");

  /// Reads `from,to,brand,funding,country,class`, perhaps with a programme of points behind it;
  /// empty if it is not that.
  static Optional<BinRange> parse(String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != CELLS && cells.length != CELLS + 1) {
      return Optional.empty();
    }
    String program = cells.length == CELLS ? null : cells[CELLS];
    BinRange range =
        new BinRange(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], program);
    return range.isSound() ? Optional.of(range) : Optional.empty();
  }

  private boolean isSound() {
    return PREFIX.matcher(from).matches()
        && PREFIX.matcher(to).matches()
        && from.length() == to.length()
        && from.compareTo(to) <= 0
        && BRAND.matcher(brand).matches()
        && FUNDINGS.contains(funding)
        && COUNTRY.matcher(country).matches()
        && CLASSES.contains(cardClass)
        && (pointsProgram == null || isSound(pointsProgram));
  }

  /// Cards of another country have no points that a shop here could show.
  private boolean isSound(String program) {
    return PROGRAM.matcher(program).matches() && country.equals(HOME);
  }

  boolean contains(String digits) {
    String prefix = digits.substring(0, from.length());
    return prefix.compareTo(from) >= 0 && prefix.compareTo(to) <= 0;
  }

  /// Whether some prefix of the range begins with fewer digits.
  boolean beginsWith(String digits) {
    return digits.compareTo(from.substring(0, digits.length())) >= 0
        && digits.compareTo(to.substring(0, digits.length())) <= 0;
  }

  boolean overlaps(BinRange other) {
    return from.length() == other.from.length()
        && from.compareTo(other.to) <= 0
        && other.from.compareTo(to) <= 0;
  }

  /// But for the points: digits too few to tell the programme still tell the class.
  boolean saysTheSame(BinRange other) {
    return brand.equals(other.brand)
        && funding.equals(other.funding)
        && country.equals(other.country)
        && cardClass.equals(other.cardClass);
  }

  BinRange withoutPoints() {
    return new BinRange(from, to, brand, funding, country, cardClass, null);
  }
}
