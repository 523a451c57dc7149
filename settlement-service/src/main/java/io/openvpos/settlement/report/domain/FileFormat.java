package io.openvpos.settlement.report.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How a report is written.
public enum FileFormat {
  /// RFC 4180, UTF-8.
  CSV("csv"),
  /// CSV as Turkish Excel opens it.
  EXCEL_TR("csv"),
  /// A spreadsheet with real numbers.
  XLSX("xlsx"),
  /// For people; a long report is cut to its first lines, its totals never.
  PDF("pdf"),
  /// For programs. It has keys and no words, so it is the same in every language.
  JSON("json");

  private final String extension;

  FileFormat(String extension) {
    this.extension = extension;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String extension() {
    return extension;
  }

  /// The languages in which its files differ.
  public List<Language> languages() {
    return this == JSON ? List.of(Language.EN) : List.of(Language.EN, Language.TR);
  }

  public static FileFormat of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst().orElseThrow();
  }
}
