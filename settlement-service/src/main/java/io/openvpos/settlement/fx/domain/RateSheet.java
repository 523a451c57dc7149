package io.openvpos.settlement.fx.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one daily file says, however it is written down.
///
/// @param date the day that the rates are of
/// @param bulletin the central bank's own number of the file, as it writes it
/// @param rates by currency
public record RateSheet(LocalDate date, String bulletin, SortedMap<String, Rate> rates) {

  public RateSheet(LocalDate date, String bulletin, Map<String, Rate> rates) {
    this(date, bulletin, Collections.unmodifiableSortedMap(new TreeMap<>(rates)));
  }

  public Optional<Rate> of(String currency) {
    return Optional.ofNullable(rates.get(currency));
  }

  /// Of what it says, lower-case hexadecimal: two files that differ in their spaces only have one.
  public String sha256() {
    StringBuilder text = new StringBuilder();
    text.append(date).append('|').append(bulletin).append('\n');
    rates.forEach((currency, rate) ->
        text.append(currency)
            .append('|')
            .append(rate.unit())
            .append('|')
            .append(rate.buying().stripTrailingZeros().toPlainString())
            .append('|')
            .append(rate.selling().stripTrailingZeros().toPlainString())
            .append('\n'));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
