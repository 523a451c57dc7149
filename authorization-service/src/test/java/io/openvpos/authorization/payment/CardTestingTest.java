package io.openvpos.authorization.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A card that was declined too often is refused before risk is asked, and may be tried again
/// later.
class CardTestingTest {

  private static final int DECLINES = 20;

  private final PaymentFixture fixture = new PaymentFixture();

  @Test
  void nobodyIsAskedAboutOneMoreCard() {
    fixture.issuerSays("14");
    for (int i = 0; i < DECLINES; i++) {
      assertThat(fixture.pay("k" + i)).isInstanceOf(Reply.Answered.class);
    }
    int asked = fixture.riskQueries.size();

    Reply refused = fixture.pay("one-more");

    assertThat(refused).isInstanceOf(Reply.TooMany.class);
    assertThat(fixture.riskQueries).hasSize(asked);
    assertThat(fixture.pay("k0")).as("a known key is answered").isInstanceOf(Reply.Answered.class);
    fixture.clock.move(Duration.ofMinutes(10));
    assertThat(fixture.pay("one-more")).isInstanceOf(Reply.Answered.class);
  }

  @Test
  void anOutageIsNoDecline() {
    fixture.issuerSays("91");
    for (int i = 0; i <= DECLINES; i++) {
      assertThat(fixture.pay("k" + i)).isInstanceOf(Reply.Answered.class);
    }
  }
}
