package io.openvpos.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.fraud.lists.domain.ListEntity;
import io.openvpos.messaging.http.Languages;
import io.openvpos.messaging.http.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every code that this service answers with has a text in both languages.
class MessagesTest {

  private static final Path MAIN = Path.of("src/main");
  private static final Pattern PROBLEM =
      Pattern.compile("ProblemException\\s*\\.of\\(\\s*\\d+,\\s*\"([a-z_]+)\"\\s*[),]");
  private static final Pattern FIELD =
      Pattern.compile(
          "(?:check|reject|field)\\([^;]*?\"(?:/[^\"]*|[a-z_.]+)\",\\s*\"([a-z_]+)\"(?!\\s*\\+)");

  private static final Pattern FAULT =
      Pattern.compile("FaultException\\s*\\.at\\([^;]*?\"(rule_[a-z_]+)\"");

  private final Messages messages = new Messages(List.of("fraud-service-messages"));

  @Test
  void everyProblemHasATitleAndADetailInBothLanguages() {
    Set<String> codes = found(PROBLEM);
    assertThat(codes).hasSizeGreaterThan(5);
    codes.forEach(code -> {
      inBothLanguages("problem." + code + ".title");
      inBothLanguages("problem." + code + ".detail");
    });
  }

  @Test
  void everyFieldErrorHasATextInBothLanguages() {
    Set<String> codes = found(FIELD);
    assertThat(codes).hasSizeGreaterThan(5);
    codes.forEach(code -> inBothLanguages("field." + code));
  }

  @Test
  void everyFaultOfARuleHasATextInBothLanguages() {
    Set<String> codes = found(FAULT);
    assertThat(codes).hasSizeGreaterThan(12);
    codes.forEach(code -> inBothLanguages("field." + code));
  }

  @Test
  void everyKindOfListHasItsTexts() {
    for (ListEntity entity : ListEntity.values()) {
      inBothLanguages("field.list_value_" + entity.code());
      String key = "reason.block_list_" + entity.code();
      assertThat(messages.text(key, Locale.ENGLISH)).isNotEqualTo(key);
    }
  }

  @Test
  void whatOneLanguageHasTheOtherHasToo() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN.resolve("resources"))) {
      files
          .filter(file -> file.toString().endsWith("_tr.properties"))
          .forEach(turkish -> {
            Path english = Path.of(turkish.toString().replace("_tr.", "_en."));
            assertThat(keys(english)).as(english.toString()).isEqualTo(keys(turkish));
          });
    }
  }

  /// Only texts with places for values are read as patterns, where an apostrophe is written twice.
  @Test
  void apostrophesAreWrittenAsTheyAreRead() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN.resolve("resources"))) {
      files
          .filter(file -> file.toString().endsWith(".properties"))
          .flatMap(file -> text(file).lines())
          .filter(line -> line.contains("'"))
          .forEach(line -> {
            String rest = line.contains("{0") ? line.replace("''", "") : line;
            assertThat(rest).doesNotContain(line.contains("{0") ? "'" : "''");
          });
    }
  }

  private void inBothLanguages(String key) {
    assertThat(messages.text(key, Locale.ENGLISH)).as("English").isNotEqualTo(key);
    assertThat(messages.text(key, Languages.TURKISH))
        .as("Turkish")
        .isNotEqualTo(key)
        .isNotEqualTo(messages.text(key, Locale.ENGLISH));
  }

  private static Set<String> found(Pattern pattern) {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(MAIN.resolve("java"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file ->
              pattern.matcher(text(file)).results().forEach(hit -> codes.add(hit.group(1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return codes;
  }

  private static Set<String> keys(Path file) {
    Properties texts = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts.stringPropertyNames();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
