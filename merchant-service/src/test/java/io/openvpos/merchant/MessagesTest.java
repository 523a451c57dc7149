package io.openvpos.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.http.Languages;
import io.openvpos.messaging.http.Messages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every code that this service answers with has a text in both languages.
class MessagesTest {

  private final Messages messages = new Messages(List.of("merchant-service-messages"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "field.required",
        "field.invalid",
        "field.invalid_format",
        "field.invalid_type",
        "field.invalid_iban",
        "field.incomplete",
        "field.out_of_range",
        "field.too_long",
        "problem.second_factor_required.detail",
        "problem.email_taken.detail",
        "problem.own_account.detail",
        "problem.last_admin.detail",
        "field.password_short",
        "field.password_personal",
        "field.password_common",
        "field.password_differs",
        "field.wrong_password",
        "field.wrong_code",
        "field.email_taken",
        "problem.unauthenticated.detail",
        "problem.forbidden.detail",
        "problem.not_found.detail",
        "problem.validation_failed.detail"
      })
  void hasATextInBothLanguages(String key) {
    String english = messages.text(key, Locale.ENGLISH);
    String turkish = messages.text(key, Languages.TURKISH);

    assertThat(english).isNotEqualTo(key);
    assertThat(turkish).isNotEqualTo(key).isNotEqualTo(english);
  }
}
