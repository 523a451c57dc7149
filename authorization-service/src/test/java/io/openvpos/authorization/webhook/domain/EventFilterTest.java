package io.openvpos.authorization.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventFilterTest {

  @Test
  void aGroupTakesItsOwnOnly() {
    EventFilter payments = new EventFilter(List.of("payment.*"));

    assertThat(payments.wants(EventType.PAYMENT_CAPTURED)).isTrue();
    assertThat(payments.wants(EventType.PAYOUT_CONFIRMED)).isFalse();
    assertThat(EventFilter.all().wants(EventType.REPORT_READY)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "payment.captured", "payment.*", "settlement.report.*"})
  void namesOfEventsArePatterns(String text) {
    assertThat(EventFilter.isPattern(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".*", "**", "payment", "payment.", "pay*", "payment.captured.*", "PAYMENT.*"})
  void nothingElseIs(String text) {
    assertThat(EventFilter.isPattern(text)).isFalse();
  }
}
