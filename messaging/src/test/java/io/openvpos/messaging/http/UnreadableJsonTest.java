package io.openvpos.messaging.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A name that somebody made up is repeated only if it cannot be a card number.
class UnreadableJsonTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  record Inner(String count) {}

  record Body(String name, Inner inner) {}

  @ParameterizedTest
  @CsvSource({
    "'{\"colour\":1}', /colour, unknown_field",
    "'{\"5105105105105100\":1}', '', unknown_field",
    "'{\"card5105105105105100\":1}', '', unknown_field",
    "'{\"inner\":{\"5105105105105100\":1}}', /inner, unknown_field",
    "'{\"inner\":{\"count\":[]}}', /inner/count, invalid_type"
  })
  void theFieldIsNamedAndNoNumberIsRepeated(String body, String pointer, String code) {
    JacksonException unreadable =
        catchThrowableOfType(JacksonException.class, () -> JSON.readValue(body, Body.class));

    assertThat(UnreadableJson.problem(unreadable).fields())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.pointer()).isEqualTo(pointer);
          assertThat(fault.code()).isEqualTo(code);
        });
  }
}
