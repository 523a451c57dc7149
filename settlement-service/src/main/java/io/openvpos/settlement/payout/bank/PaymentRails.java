package io.openvpos.settlement.payout.bank;

import io.openvpos.settlement.payout.domain.Payout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The ways a payment can go, by amount and hour, as a dated table says (`payment-rails.csv`).
/// Pure: the same payout in the same file always goes the same way. Rows are only ever added, for
/// dates to come, so that a file written again has the same bytes.
final class PaymentRails {

  static final PaymentRails CURRENT = read("/payment-rails.csv");

  private static final ZoneId ZONE = ZoneId.of("Europe/Istanbul");
  private static final String MIDNIGHT_AFTER = "24:00";

  private final List<Rail> rails;

  private PaymentRails(List<Rail> rails) {
    this.rails = List.copyOf(rails);
  }

  /// A way that payments go.
  ///
  /// @param from the first execution date that it counts for
  /// @param serviceLevel ISO 20022 external code
  /// @param most the largest amount it carries, in minor units
  /// @param closes the minute of the day after its last one
  record Rail(
      String currency,
      LocalDate from,
      String name,
      String serviceLevel,
      long most,
      int opens,
      int closes) {

    boolean takes(long amount) {
      return amount <= most;
    }

    boolean isOpenAt(int minute) {
      return minute >= opens && minute < closes;
    }
  }

  /// The first in the table's order that takes the amount and is open when the bank can begin: at
  /// the start of the execution date, or later on it if the file is made later. If none of those
  /// that take the amount is open, the first of them, which waits for its hours. Empty for a
  /// currency without a table: then the bank chooses.
  Optional<Rail> of(Payout payout, Instant fileMadeAt) {
    List<Rail> taking =
        rails.stream()
            .filter(rail -> rail.currency().equals(payout.head().currency()))
            .filter(rail -> !rail.from().isAfter(payout.executionDate()))
            .toList();
    Optional<LocalDate> newest = taking.stream().map(Rail::from).max(Comparator.naturalOrder());
    taking =
        taking.stream()
            .filter(rail -> rail.from().equals(newest.orElseThrow()))
            .filter(rail -> rail.takes(payout.amount()))
            .toList();
    int minute = minute(payout.executionDate(), fileMadeAt);
    return taking.stream()
        .filter(rail -> rail.isOpenAt(minute))
        .findFirst()
        .or(taking.stream()::findFirst);
  }

  private static int minute(LocalDate executionDate, Instant fileMadeAt) {
    LocalDateTime made = LocalDateTime.ofInstant(fileMadeAt, ZONE);
    return made.toLocalDate().isBefore(executionDate) ? 0 : made.toLocalTime().toSecondOfDay() / 60;
  }

  static PaymentRails read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(PaymentRails.class.getResourceAsStream(resource), resource)) {
      return new PaymentRails(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(PaymentRails::rail)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rail rail(String line) {
    String[] fields = line.split(";", -1);
    if (fields.length != 7) {
      throw new IllegalStateException("not a row of payment rails: " + line);
    }
    return new Rail(
        fields[0],
        LocalDate.parse(fields[1]),
        fields[2],
        fields[3],
        fields[4].isEmpty() ? Long.MAX_VALUE : Long.parseLong(fields[4]),
        minuteOf(fields[5]),
        minuteOf(fields[6]));
  }

  private static int minuteOf(String time) {
    return time.equals(MIDNIGHT_AFTER) ? 24 * 60 : LocalTime.parse(time).toSecondOfDay() / 60;
  }
}
