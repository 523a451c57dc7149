package io.openvpos.fraud.rules.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.fraud.rules.judging.RuleAction;
import io.openvpos.fraud.rules.judging.RuleDefinition;
import io.openvpos.fraud.rules.reading.RuleSetRequests;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RuleSheetTest {

  @Test
  void aConditionKeepsItsLinesThroughTheEditor() {
    String when = "amount > 5\n\n  // gece\n  && hour < 6";
    RuleDefinition rule =
        new RuleDefinition("night_sale", when, RuleAction.REVIEW, 0, "Gece", "At night");
    RuleSetRequests.Create wish = RuleSheet.parse(RuleSheet.write(List.of(rule))).wish("n");
    RuleSetRequests.Rule read =
        Objects.requireNonNull(Objects.requireNonNull(wish.rules()).getFirst());
    assertThat(read.when()).isEqualTo(when);
    assertThat(read.textTr()).isEqualTo("Gece");
    assertThat(read.textEn()).isEqualTo("At night");
  }
}
