package io.openvpos.settlement.report.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a report is about.
public enum ReportKind {
  /// Every line of one batch.
  SETTLEMENT("settlement-detail 1.0"),
  /// A day by scheme, card class and merchant.
  SUMMARY("acquirer-summary 1.0"),
  /// A day's BSMV, the tax on what banks earn.
  TAX("bsmv 1.0"),
  /// What the acquirer earned on a day.
  COMMISSION("commission-income 1.0");

  private final String version;

  ReportKind(String version) {
    this.version = version;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Name and version of its columns: the minor number rises when columns are added at the end, the
  /// major one when anything else changes.
  public String version() {
    return version;
  }

  /// One of a day, of the whole acquirer.
  public static Optional<ReportKind> ofDay(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind != SETTLEMENT && kind.code().equals(code))
        .findFirst();
  }

  public static ReportKind of(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
