package io.openvpos.settlement.bankstatement;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.http.Languages;
import io.openvpos.messaging.http.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Why a message is refused has a text in both languages.
class RefusalTextsTest {

  private static final Pattern CODE =
      Pattern.compile("RefusedMessageException\\([^;]*?,\\s*\"([a-z_]+)\"\\s*\\)");

  @Test
  void everyRefusalHasATextInBothLanguages() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        CODE.matcher(Files.readString(file)).results().forEach(hit -> codes.add(hit.group(1)));
      }
    }
    assertThat(codes).hasSizeGreaterThan(8);
    Messages messages = new Messages(List.of("settlement-service-messages"));
    for (String code : codes) {
      String key = "field." + code;
      assertThat(messages.text(key, Locale.ENGLISH)).as(key).isNotEqualTo(key);
      assertThat(messages.text(key, Languages.TURKISH))
          .as(key)
          .isNotEqualTo(key)
          .isNotEqualTo(messages.text(key, Locale.ENGLISH));
    }
  }
}
