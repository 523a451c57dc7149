package io.openvpos.fraud.rules.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.fraud.rules.syntax.Fault;
import io.openvpos.fraud.rules.syntax.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompiledRuleTest {

  private static final Subject PAYMENT =
      new Subject(
          new double[] {1, 0, 12, 40, 0, 2.5, -1},
          new String[] {"TR", "ayşe@dükkan.test"},
          (list, value) -> value.equals("TR"));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "count > 10 && country == \"TR\"; true",
        "count > 2.5; true",
        "ratio > 2 ? night : foreign; false",
        "count / 0 > 1 || foreign; true",
        "email.endsWith('@dükkan.test') && size(country) == 2; true",
        "on_list('block_country', country); true",
        "country in ['DE', 'TR'] // a comment; true",
        "-count < 0 && !night && --count == 12; true",
        "count in [11, 12] && ratio in [2.5] && count in [12.0]; true",
      })
  void aRuleIsTrueOrFalse(String text, boolean matches) {
    assertThat(rule(text).matches(PAYMENT)).as(text).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "count > 'x';1;7;rule_wrong_operands",
        "count >\\n  unknwn;2;3;rule_unknown_name",
        "count;1;1;rule_not_a_condition",
        "count >;1;8;rule_ends_early",
        "count > 1);1;10;rule_unexpected",
        "country.getClass();1;9;rule_unknown_function",
        "country.equals('TR');1;9;rule_unknown_function",
        "country + 'x' == 'TRx';1;9;rule_wrong_operands",
        "country == 'ışık;1;12;rule_open_text",
        "on_list('nowhere', country);1;9;rule_unknown_list",
        "on_list(country, country);1;1;rule_list_unnamed",
        "count in [1, 'x'];1;14;rule_wrong_member",
        "count in [count];1;11;rule_list_of_literals",
        "count in [];1;11;rule_unexpected",
        "count = 1;1;7;rule_bad_character",
        "count > 99999999999999999999;1;9;rule_bad_number",
        "count > 1x;1;9;rule_bad_number",
        "!-count;1;2;rule_unexpected",
        "foreign ? 1 : 'x';1;9;rule_wrong_choice",
        "country < 'TR';1;9;rule_wrong_operands",
        "'ğ' == '\\q';1;9;rule_bad_escape",
        "foreign & night;1;9;rule_bad_character",
        "foreign \uD83D\uDE00;1;9;rule_bad_character",
      })
  void aFaultIsNamedWithItsPlace(String text, int line, int column, String code) {
    Fault fault = fault(text.replace("\\n", "\n"));
    assertThat(fault.code()).as(text).isEqualTo(code);
    assertThat(fault.place()).as(text).isEqualTo(new Place(line, column));
  }

  @Test
  void whatIsTooLongOrTooDeepIsRefused() {
    assertThat(fault(" ").code()).isEqualTo("rule_empty");
    assertThat(fault("foreign ||".repeat(300) + "night").code()).isEqualTo("rule_too_long");
    assertThat(fault("(".repeat(500) + "night" + ")".repeat(500)).code())
        .isEqualTo("rule_too_deep");
    assertThat(fault("!".repeat(1_900) + "night").code()).isEqualTo("rule_too_deep");
    assertThat(fault("night ? night : ".repeat(100) + "night").code()).isEqualTo("rule_too_deep");
    rule("night||".repeat(270) + "foreign").matches(PAYMENT);
    rule("count+".repeat(300) + "1 > 0").matches(PAYMENT);
  }

  @Test
  void whatHasNoValueIsSaid() {
    assertThatThrownBy(() -> rule("count / 0 == 1").matches(PAYMENT))
        .isInstanceOf(RuleStopsException.class);
  }

  private static CompiledRule rule(String text) {
    return switch (CompiledRule.read(text, CelAgreementTest.vocabulary())) {
      case CompiledRule.Accepted(var rule) -> rule;
      case CompiledRule.Refused(var fault) -> throw new AssertionError(text + ": " + fault);
    };
  }

  private static Fault fault(String text) {
    return switch (CompiledRule.read(text, CelAgreementTest.vocabulary())) {
      case CompiledRule.Accepted _ -> throw new AssertionError("accepted: " + text);
      case CompiledRule.Refused(var fault) -> fault;
    };
  }
}
