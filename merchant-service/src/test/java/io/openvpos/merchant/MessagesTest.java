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
        "field.duplicate_row",
        "field.above_ceiling",
        "field.unknown_bin",
        "problem.installments_not_allowed.detail",
        "problem.contract_day_already_open.detail",
        "problem.contract_notice_too_short.detail",
        "problem.contract_not_after_latest.detail",
        "problem.contract_incomplete.detail",
        "problem.contract_already_proposed.detail",
        "problem.contract_same_person.detail",
        "field.out_of_range",
        "field.too_long",
        "field.card_number_not_allowed",
        "problem.idempotency_key_missing.detail",
        "problem.idempotency_key_invalid.detail",
        "problem.idempotency_key_reused.detail",
        "problem.four_eyes.detail",
        "problem.statement_too_long.detail",
        "statement.title",
        "statement.opening_balance",
        "statement.closing_balance",
        "statement.closes",
        "statement.test_note",
        "problem.adjustment_decided.detail",
        "problem.unauthenticated.detail",
        "problem.forbidden.detail",
        "problem.not_found.detail",
        "problem.validation_failed.detail",
        "field.invalid_tax_number",
        "field.invalid_turkish_iban",
        "field.invalid_phone",
        "field.invalid_url",
        "field.required_for_dealers",
        "problem.application_status.title",
        "problem.application_status.detail",
        "problem.four_eyes.title",
        "problem.four_eyes.detail",
        "problem.papers_missing.title",
        "problem.papers_missing.detail",
        "problem.site_check_unsettled.title",
        "problem.site_check_unsettled.detail",
        "problem.too_many_papers.title",
        "problem.too_many_papers.detail",
        "problem.other_agreement.title",
        "problem.other_agreement.detail",
        "problem.unsupported_file_type.title",
        "problem.unsupported_file_type.detail",
        "problem.incomplete_body.title",
        "problem.incomplete_body.detail",
        "problem.idempotency_key_reused.title",
        "problem.idempotency_key_reused.detail",
        "problem.idempotency_key_invalid.title",
        "problem.idempotency_key_invalid.detail",
        "problem.checklist_open.title",
        "problem.checklist_open.detail",
        "problem.live_not_requested.title",
        "problem.live_not_requested.detail",
        "problem.merchant_not_active.title",
        "problem.merchant_not_active.detail",
        "problem.already_live.title",
        "problem.already_live.detail",
        "problem.merchant_closed.title",
        "problem.merchant_closed.detail"
      })
  void hasATextInBothLanguages(String key) {
    String english = messages.text(key, Locale.ENGLISH);
    String turkish = messages.text(key, Languages.TURKISH);

    assertThat(english).isNotEqualTo(key);
    assertThat(turkish).isNotEqualTo(key).isNotEqualTo(english);
  }
}
