package io.openvpos.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.scenario.SandboxCards;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CardNumbersTest {

  private static final long SEED = 7;

  @Test
  void everyNumberIsInAnApprovingRangeAndPassesLuhn() {
    List<String> numbers = draw(5_000);

    assertThat(numbers)
        .allSatisfy(number -> {
          assertThat(number).hasSize(16).containsOnlyDigits();
          assertThat(CardNumbers.RANGES).contains(number.substring(0, 8));
          assertThat(luhnSum(number) % 10).isZero();
        });
    assertThat(numbers.stream().map(number -> number.substring(0, 8)).distinct()).hasSize(3);
  }

  @Test
  void theNumbersAreMany() {
    Set<String> distinct = new HashSet<>(draw(5_000));

    assertThat(distinct).hasSizeGreaterThan(4_990);
  }

  @Test
  void theSameSeedGivesTheSameNumbers() {
    assertThat(draw(20)).isEqualTo(draw(20));
  }

  @Test
  void completesTheKnownCards() {
    assertThat(
            Stream.of(SandboxCards.VISA, SandboxCards.MASTERCARD, SandboxCards.TROY)
                .map(known -> known.substring(0, 15))
                .map(digits -> digits + CardNumbers.checkDigit(digits)))
        .containsExactly(SandboxCards.VISA, SandboxCards.MASTERCARD, SandboxCards.TROY);
  }

  private static List<String> draw(int count) {
    CardNumbers cards = new CardNumbers(new Random(SEED));
    return Stream.generate(cards::next).limit(count).toList();
  }

  // Written from the other end than the generator.
  private static int luhnSum(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(i) - '0';
      boolean doubled = (number.length() - i) % 2 == 0;
      sum += doubled ? digit * 2 / 10 + digit * 2 % 10 : digit;
    }
    return sum;
  }
}
