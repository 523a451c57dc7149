package io.openvpos.merchant.branch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// The list of `branches.csv`, looked up by city or by distance.
@Component
public final class Branches {

  private static final Locale TURKISH = Locale.of("tr");
  private static final String LIST = "branches.csv";

  private final List<Branch> all;

  public Branches() {
    all = read();
  }

  /// A branch and how far it is.
  ///
  /// @param metres over the ground
  public record Near(Branch branch, long metres) {}

  /// The cities that have branches, in the order of the Turkish alphabet.
  public List<String> cities() {
    Collator alphabet = Collator.getInstance(TURKISH);
    return all.stream().map(Branch::city).distinct().sorted(alphabet::compare).toList();
  }

  /// However the city's name is written: `İSTANBUL`, `istanbul` and `Istanbul` are one.
  public List<Branch> in(String city) {
    String sought = plain(city);
    return all.stream().filter(branch -> plain(branch.city()).equals(sought)).toList();
  }

  /// The nearest ones, nearest first.
  ///
  /// @param latitude and longitude in degrees
  public List<Near> near(double latitude, double longitude, int limit) {
    return all.stream()
        .map(branch -> new Near(branch, branch.distanceMetres(latitude, longitude)))
        .sorted(Comparator.comparingLong(Near::metres))
        .limit(limit)
        .toList();
  }

  private static String plain(String text) {
    return text.strip()
        .toLowerCase(TURKISH)
        .replace('ı', 'i')
        .replace('ş', 's')
        .replace('ğ', 'g')
        .replace('ç', 'c')
        .replace('ö', 'o')
        .replace('ü', 'u');
  }

  private static List<Branch> read() {
    try (InputStream file = Branches.class.getResourceAsStream(LIST)) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).filter(line -> !line.isBlank()).map(Branches::branch).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the list of branches is in the class path", unreadable);
    }
  }

  private static Branch branch(String line) {
    String[] cells = line.split(";", -1);
    return new Branch(
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        Double.parseDouble(cells[4]),
        Double.parseDouble(cells[5]));
  }
}
