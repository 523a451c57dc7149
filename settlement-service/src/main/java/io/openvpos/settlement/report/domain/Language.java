package io.openvpos.settlement.report.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whose words stand in a file. Only headings and labels have a language, never a value.
public enum Language {
  EN,
  TR;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Language> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
