package io.openvpos.merchant.statement.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Who reads a CSV.
public enum CsvProfile {
  /// A program: RFC 4180, no BOM, comma, decimal dot, ISO dates, headings and types as codes.
  INTERNATIONAL("international", ",", '.', "uuuu-MM-dd", "uuuu-MM-dd'T'HH:mm:ss.SSSXXX"),
  /// Excel as it is set up in Turkey: BOM, semicolon, decimal comma, day first, Turkish headings
  /// and types. No `sep=` line: it would make Excel overlook the BOM.
  EXCEL_TR("excel-tr", ";", ',', "dd.MM.uuuu", "dd.MM.uuuu HH:mm:ss");

  private final String code;
  private final String separator;
  private final char decimalMark;
  private final DateTimeFormatter day;
  private final DateTimeFormatter time;

  CsvProfile(String code, String separator, char decimalMark, String day, String time) {
    this.code = code;
    this.separator = separator;
    this.decimalMark = decimalMark;
    this.day = DateTimeFormatter.ofPattern(day, Locale.ROOT);
    this.time =
        DateTimeFormatter.ofPattern(time, Locale.ROOT).withZone(ZoneId.of("Europe/Istanbul"));
  }

  public static Optional<CsvProfile> of(String code) {
    for (CsvProfile profile : values()) {
      if (profile.code.equals(code)) {
        return Optional.of(profile);
      }
    }
    return Optional.empty();
  }

  boolean forPeople() {
    return this == EXCEL_TR;
  }

  String separator() {
    return separator;
  }

  String byteOrderMark() {
    return this == EXCEL_TR ? "\uFEFF" : "";
  }

  String day(LocalDate date) {
    return day.format(date);
  }

  String time(Instant at) {
    return time.format(at);
  }

  /// Never guarded: a number must stay one.
  String decimal(String plain) {
    return plain.replace('.', decimalMark);
  }
}
