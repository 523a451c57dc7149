package io.openvpos.authorization.vault;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the leading digits of a card say, without the card: the vault's own table, so that what is
/// told here is what a payment with such a card is classed as.
public final class Bins {

  private final BinTable table;

  /// What is known of a range of cards.
  ///
  /// @param funding credit, debit, prepaid; unknown where no bank lists the range
  /// @param issuerCountry ISO 3166 alpha-2; ZZ where it is not known
  /// @param pointsProgram the name of the issuer's loyalty points; null if the cards have none, or
  ///   the digits are too few to tell
  public record Bin(
      String brand,
      String funding,
      String issuerCountry,
      String cardClass,
      @Nullable String pointsProgram) {}

  /// Of the table that comes with the service.
  public Bins() {
    this(BinTable.bundled());
  }

  Bins(BinTable table) {
    this.table = table;
  }

  /// Empty if no range is known, or if the digits are too few to tell between several.
  public Optional<Bin> find(String digits) {
    return table
        .ofDigits(digits)
        .map(range ->
            new Bin(
                range.brand(),
                range.funding(),
                range.country(),
                range.cardClass(),
                range.pointsProgram()));
  }
}
