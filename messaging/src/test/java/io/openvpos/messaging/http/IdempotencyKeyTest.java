package io.openvpos.messaging.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

final class IdempotencyKeyTest {

  @Test
  void quotedAndBareNameTheSameKey() {
    assertThat(key("abc-1")).isEqualTo("abc-1");
    assertThat(key("\"abc-1\"")).isEqualTo("abc-1");
    assertThat(key("\"a\\\"b\"")).isEqualTo("a\"b");
    assertThat(key("x".repeat(255))).hasSize(255);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"\"", "\"open", "a b", "\"a b\"", "\u00e9", "\""})
  void whatIsNoKeyIsRefused(String value) {
    refused(value, "idempotency_key_invalid");
  }

  @Test
  void aKeyHasAtMost255Characters() {
    refused("x".repeat(256), "idempotency_key_invalid");
  }

  @Test
  void aMissingKeyIsToldApart() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> IdempotencyKey.of(MockServerHttpRequest.post("/").build()))
        .matches(problem -> problem.code().equals("idempotency_key_missing"));
  }

  @Test
  void whereItIsLeftToTheCallerAnInvalidOneIsRefusedAllTheSame() {
    assertThat(IdempotencyKey.ifSent(MockServerHttpRequest.post("/").build())).isEmpty();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() ->
            IdempotencyKey.ifSent(
                MockServerHttpRequest.post("/").header("Idempotency-Key", "a b").build()))
        .matches(problem -> problem.code().equals("idempotency_key_invalid"));
  }

  private static void refused(String value, String code) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> key(value))
        .matches(problem -> problem.code().equals(code) && problem.status() == 400);
  }

  private static String key(String value) {
    return IdempotencyKey.of(
        MockServerHttpRequest.post("/").header("Idempotency-Key", value).build());
  }
}
