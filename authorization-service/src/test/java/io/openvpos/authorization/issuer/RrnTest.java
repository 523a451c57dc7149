package io.openvpos.authorization.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RrnTest {

  @Test
  void isTheSameEverywhere() {
    // As another language computes it.
    assertThat(Rrn.of("pay_1", "authorization", 1)).isEqualTo("F7MPPJ7EA6T9");
  }

  @Test
  void isTwelveLettersAndDigitsAndDiffersForEveryAttempt() {
    Set<String> seen = new HashSet<>();

    for (int payment = 0; payment < 10_000; payment++) {
      for (int attempt = 1; attempt <= 2; attempt++) {
        String rrn = Rrn.of("pay_" + payment, "authorization", attempt);
        assertThat(rrn).matches("[0-9A-Z]{12}");
        seen.add(rrn);
      }
      seen.add(Rrn.of("pay_" + payment, "ref_" + payment, 1));
    }

    assertThat(seen).hasSize(30_000);
  }
}
