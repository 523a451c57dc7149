package io.openvpos.authorization.payment.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.payment.Reply.Refusal;
import io.openvpos.authorization.payment.domain.Decline;
import io.openvpos.authorization.payment.domain.Rejection;
import io.openvpos.messaging.http.Messages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every code that a caller can meet has its texts, in both languages.
final class TextsTest {

  @Test
  void bothLanguagesHaveTheSameTexts() throws IOException {
    assertThat(keys("tr")).isEqualTo(keys("en"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "tr"})
  void everyCodeHasItsTexts(String language) {
    Messages messages = new Messages(List.of("authorization-messages"));
    Locale locale = Locale.of(language);
    Stream<String> problems =
        Stream.of(
                Stream.of("request_timeout"),
                Stream.of(Refusal.values()).map(Enum::name),
                Stream.of(Rejection.values()).map(Enum::name))
            .flatMap(names -> names)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .flatMap(
                code -> Stream.of("problem." + code + ".title", "problem." + code + ".detail"));
    Stream<String> declines =
        Stream.concat(
                Stream.of("05", "14", "41", "43", "51", "54", "91", "96").map(Decline::byIssuer),
                Stream.of(Decline.byRisk()))
            .map(decline -> "decline." + decline.code());

    Stream.concat(problems, declines)
        .forEach(key -> assertThat(messages.text(key, locale)).as(key).isNotEqualTo(key));
  }

  private static List<Object> keys(String language) throws IOException {
    Properties texts = new Properties();
    try (Reader file =
        new InputStreamReader(
            Messages.class.getResourceAsStream(
                "/authorization-messages_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      texts.load(file);
    }
    return texts.keySet().stream().sorted().toList();
  }
}
