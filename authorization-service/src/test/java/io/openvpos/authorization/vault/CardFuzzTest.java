package io.openvpos.authorization.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.fakes.Fuzz;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Whatever stands for a card is a card or is named, and no number is repeated.
public final class CardFuzzTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final BinTable RANGES = BinTable.bundled();
  private static final Bins BINS = new Bins();

  public static final Fuzz.Target CARD =
      new Fuzz.Target(
          "card",
          input -> {
            List<String> told = new ArrayList<>();
            Optional<SubmittedCard> card =
                SubmittedCards.read(
                    JSON.readTree(input), (pointer, code) -> told.add(pointer + " " + code));
            assertThat(card.isPresent()).isEqualTo(told.isEmpty());
            assertThat(told).noneMatch(one -> one.matches(".*(\\d.*){7}"));
            card.ifPresent(one -> assertThat(RANGES.find(one.pan()).brand()).isNotEmpty());
          },
          JacksonException.class::isInstance);

  public static final Fuzz.Target BIN =
      new Fuzz.Target("bin", input -> BINS.find(new String(input, UTF_8)), _ -> false);

  @Test
  void anyJsonIsACardOrNamed() {
    CARD.run();
  }

  @Test
  void anyLeadingDigitsAreARangeOrNone() {
    BIN.run();
  }
}
