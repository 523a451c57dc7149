package io.openvpos.authorization.vault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What the leading digits of a card say. The longest matching prefix wins; brands are known by
/// range, the class only where a bank's own prefix is listed. A table that was imported lies over
/// the one that comes with the service: where both list a prefix of one length, the imported one
/// wins.
final class BinTable {

  private static final String RESOURCE = "bins.csv";
  private static final BinRange UNLISTED =
      new BinRange("", "", "unknown", "unknown", "ZZ", "foreign", null);

  private final List<BinRange> own;
  private volatile List<BinRange> ranges;

  private BinTable(List<BinRange> own) {
    this.own = own;
    this.ranges = sorted(own.stream());
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
              .map(BinTable::bundled)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BinRange bundled(String line) {
    return BinRange.parse(line)
        .orElseThrow(() -> new IllegalStateException("a broken line in " + RESOURCE + ": " + line));
  }

  /// From now on these lie over the service's own, instead of those that lay there before.
  void lay(List<BinRange> imported) {
    ranges = sorted(Stream.concat(imported.stream(), own.stream()));
  }

  /// Stable: of one length, whoever came first is first.
  private static List<BinRange> sorted(Stream<BinRange> ranges) {
    return ranges
        .sorted(Comparator.comparingInt((BinRange range) -> range.from().length()).reversed())
        .toList();
  }

  BinRange find(Pan pan) {
    return ranges.stream()
        .filter(range -> range.contains(pan.digits()))
        .findFirst()
        .orElse(UNLISTED);
  }

  /// What the leading digits alone say. Ranges of longer prefixes that begin with them must all say
  /// the same, else the digits are too few. Empty then, and where nothing is listed.
  Optional<BinRange> ofDigits(String digits) {
    List<BinRange> now = ranges;
    List<BinRange> within =
        now.stream()
            .filter(range -> range.from().length() > digits.length() && range.beginsWith(digits))
            .toList();
    if (!within.isEmpty()) {
      BinRange first = within.getFirst();
      return within.stream().allMatch(first::saysTheSame)
          ? Optional.of(agreed(within))
          : Optional.empty();
    }
    return now.stream()
        .filter(range -> range.from().length() <= digits.length() && range.contains(digits))
        .findFirst();
  }

  /// The first of several that say the same, without its points where the others have other ones.
  private static BinRange agreed(List<BinRange> same) {
    BinRange first = same.getFirst();
    return same.stream()
            .allMatch(range -> Objects.equals(range.pointsProgram(), first.pointsProgram()))
        ? first
        : first.withoutPoints();
  }
}
