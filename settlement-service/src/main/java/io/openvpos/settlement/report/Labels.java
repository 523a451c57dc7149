package io.openvpos.settlement.report;

import io.openvpos.settlement.report.domain.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/// The headings and labels of reports in one language. They are part of a file's bytes: whoever
/// changes one changes the digests of files that are made again, so a changed text needs a new
/// version of the report.
public final class Labels {

  private static final Labels ENGLISH = load(Language.EN);
  private static final Labels TURKISH = load(Language.TR);

  private final Language language;
  private final Properties texts;

  private Labels(Language language, Properties texts) {
    this.language = language;
    this.texts = texts;
  }

  public static Labels of(Language language) {
    return switch (language) {
      case EN -> ENGLISH;
      case TR -> TURKISH;
    };
  }

  /// Over a column in a CSV file: in English the column's own key, which programs read it by.
  public String heading(String column) {
    return language == Language.EN ? column : column(column);
  }

  /// Over a column where people read it.
  public String column(String key) {
    return text("column." + key);
  }

  /// Before a fact.
  public String fact(String key) {
    return text("fact." + key);
  }

  public String text(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no label " + key);
    }
    return text;
  }

  private static Labels load(Language language) {
    String name = "/reports/labels_" + language.code() + ".properties";
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Labels.class.getResourceAsStream(name), name),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Labels(language, texts);
  }
}
