package io.openvpos.authorization.vault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the leading digits of a card say. The longest matching prefix wins; brands are known by
/// range, the class only where a bank's own prefix is listed.
final class BinTable {

  private static final String RESOURCE = "bins.csv";
  private static final Range UNLISTED = new Range("", "", "unknown", "unknown", "ZZ", "foreign");

  private final List<Range> ranges;

  private BinTable(List<Range> ranges) {
    this.ranges =
        ranges.stream()
            .sorted(Comparator.comparingInt((Range range) -> range.from().length()).reversed())
            .toList();
  }

  /// The table that comes with the service.
  static BinTable bundled() {
    try (InputStream csv = BinTable.class.getResourceAsStream(RESOURCE)) {
      if (csv == null) {
        throw new IllegalStateException(RESOURCE + " is missing");
      }
      return new BinTable(
          new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Range::parse)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Range find(Pan pan) {
    return ranges.stream().filter(range -> range.contains(pan)).findFirst().orElse(UNLISTED);
  }

  /// What the leading digits alone say. Ranges of longer prefixes that begin with them must all say
  /// the same, else the digits are too few. Empty then, and where nothing is listed.
  Optional<Range> ofDigits(String digits) {
    List<Range> within =
        ranges.stream()
            .filter(range -> range.from().length() > digits.length() && range.beginsWith(digits))
            .toList();
    if (!within.isEmpty()) {
      Range first = within.getFirst();
      return within.stream().allMatch(first::saysTheSame) ? Optional.of(first) : Optional.empty();
    }
    return ranges.stream()
        .filter(range -> range.from().length() <= digits.length() && range.contains(digits))
        .findFirst();
  }

  /// Prefixes of one length, from the first to the last.
  record Range(
      String from, String to, String brand, String funding, String country, String cardClass) {

    private boolean beginsWith(String digits) {
      return digits.compareTo(from.substring(0, digits.length())) >= 0
          && digits.compareTo(to.substring(0, digits.length())) <= 0;
    }

    private boolean saysTheSame(Range other) {
      return brand.equals(other.brand)
          && funding.equals(other.funding)
          && country.equals(other.country)
          && cardClass.equals(other.cardClass);
    }

    private static Range parse(String line) {
      String[] cells = line.split(",", -1);
      if (cells.length != 6 || cells[0].length() != cells[1].length()) {
        throw new IllegalStateException("a broken line in " + RESOURCE + ": " + line);
      }
      return new Range(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
    }

    private boolean contains(Pan pan) {
      return contains(pan.digits());
    }

    private boolean contains(String digits) {
      String prefix = digits.substring(0, from.length());
      return prefix.compareTo(from) >= 0 && prefix.compareTo(to) <= 0;
    }
  }
}
