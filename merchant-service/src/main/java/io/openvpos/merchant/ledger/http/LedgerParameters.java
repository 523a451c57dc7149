package io.openvpos.merchant.ledger.http;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads query parameters. An absent one is empty; a wrong one is 400 with its name.
final class LedgerParameters {

  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;
  private static final int DATE_LENGTH = "2026-11-23".length();

  private LedgerParameters() {}

  static Optional<Mode> mode(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Mode.of(text));
    } catch (IllegalArgumentException unknown) {
      throw ProblemException.invalid("mode", "invalid");
    }
  }

  static Optional<Currency> currency(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Currency.getInstance(text));
    } catch (IllegalArgumentException unknown) {
      throw ProblemException.invalid("currency", "invalid");
    }
  }

  static Optional<LocalDate> day(String name, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException malformed) {
      throw ProblemException.invalid(name, "invalid_format");
    }
  }

  /// A business date or a moment.
  static <T> T asOf(String text, Function<LocalDate, T> day, Function<Instant, T> moment) {
    try {
      return text.length() <= DATE_LENGTH
          ? day.apply(LocalDate.parse(text))
          : moment.apply(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException malformed) {
      throw ProblemException.invalid("as_of", "invalid_format");
    }
  }

  static int limit(@Nullable String text) {
    long limit = number("limit", text, DEFAULT_LIMIT);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw ProblemException.invalid("limit", "out_of_range");
    }
    return (int) limit;
  }

  static long afterSeq(@Nullable String text) {
    long after = number("after_seq", text, 0);
    if (after < 0 || after > Long.MAX_VALUE - MAX_LIMIT - 1) {
      throw ProblemException.invalid("after_seq", "out_of_range");
    }
    return after;
  }

  private static long number(String name, @Nullable String text, long absent) {
    try {
      return text == null ? absent : Long.parseLong(text);
    } catch (NumberFormatException malformed) {
      throw ProblemException.invalid(name, "invalid_type");
    }
  }
}
