package io.openvpos.authorization.payment.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A card number is found wherever a person would see one, and an order number is left alone.
final class CardTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4155650100416111",
        "1 4155650100416111",
        "2026-01-05 4155650100416111",
        "4155650100416111 12/30 123",
        "card4155650100416111x",
        "4155 6501 0041 6111",
        "1 4155-6501-0041-6111",
        "1234 4155 6501 0041 6111 1234",
        "4155.6501.0041.6111",
        "4155_6501_0041_6111",
        "4155/6501/0041/6111",
        "4155\u00a06501\u00a00041\u00a06111",
        "4155\u20136501\u20130041\u20136111",
        "card 4155-6501 0041-6111",
        "4155 6501 0041 6111 123",
        "4222222222222",
        "4000 0000 0000 0000 006",
        "4000000000000000006",
        "378282246310005",
        "3782 822463 10005",
        "5528790000000008",
        "2223003122003222",
        "9792030000000000",
        "6500000000000002",
        "30569309025904",
        "3530111333300000",
        "6200000000000005"
      })
  void aCardNumberIsFound(String text) {
    assertThat(CardText.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A-1001",
        // The check digit does not fit.
        "4155650100416112",
        "4155 6501 0041 6112",
        // Too many digits for a card.
        "41556501004161110000",
        // Of a length that the scheme does not have.
        "41556501004164",
        "600000000007",
        // Digits that only stand near each other.
        "41556501 00416111",
        "4155650100 416111",
        "41 5565 0100 4161 11",
        "4155  6501  0041  6111",
        "2026-01-05 12:30:45",
        "+90 532 000 00 00",
        "550e8400-e29b-41d4-a716-446655440000"
      })
  void otherTextIsLeftAlone(String text) {
    assertThat(CardText.isIn(text)).isFalse();
  }

  @Test
  void anOrderNumberMadeOfTheTimeIsNeverRefused() {
    assertThat(
            LongStream.range(0, 2_000)
                .mapToObj(i -> "run-4-" + (1_767_600_000_000L + i * 7_919) + "-" + i % 100)
                .filter(CardText::isIn))
        .isEmpty();
  }
}
