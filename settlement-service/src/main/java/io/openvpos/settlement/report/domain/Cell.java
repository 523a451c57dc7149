package io.openvpos.settlement.report.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A value in a report, by what it is and not by how it is written.
public sealed interface Cell {

  /// What is not known: never a zero, never a guess.
  Cell EMPTY = new Empty();

  /// Words and ids. Some of them were chosen by a shop.
  record Text(String value) implements Cell {}

  /// A number of things.
  record Whole(long value) implements Cell {}

  /// Money in minor units of a currency.
  record Amount(long minorUnits, String currency) implements Cell {}

  /// A calendar date.
  record Day(LocalDate value) implements Cell {}

  /// A moment, written in Turkey's time.
  record Moment(Instant value) implements Cell {}

  /// Nothing.
  record Empty() implements Cell {}

  static Cell text(@Nullable String value) {
    return value == null || value.isEmpty() ? EMPTY : new Text(value);
  }

  static Cell whole(long value) {
    return new Whole(value);
  }

  static Cell amount(long minorUnits, String currency) {
    return new Amount(minorUnits, currency);
  }

  static Cell day(@Nullable LocalDate value) {
    return value == null ? EMPTY : new Day(value);
  }

  static Cell moment(@Nullable Instant value) {
    return value == null ? EMPTY : new Moment(value);
  }
}
