package io.openvpos.fraud.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CardVelocityTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final CardVelocity velocity = new CardVelocity(1_000);
  private int payments;

  @Test
  void theAttemptItselfIsCounted() {
    assertThat(attempt("card", NOON)).isEqualTo(new VelocityCounts(1, 1, 1));
  }

  @Test
  void anAttemptLeavesEachWindowExactlyWhenItIsAsOldAsTheWindow() {
    attempt("card", NOON);
    assertThat(attempt("card", NOON.plusMillis(59_999))).isEqualTo(new VelocityCounts(2, 2, 2));
    assertThat(attempt("card", NOON.plusSeconds(60)).minute()).isEqualTo(2);
    assertThat(attempt("card", NOON.plusSeconds(3_600).minusMillis(1)).hour()).isEqualTo(4);
    assertThat(attempt("card", NOON.plusSeconds(3_600)).hour()).isEqualTo(4);
    assertThat(attempt("card", NOON.plusSeconds(86_400).minusMillis(1)).day()).isEqualTo(6);
    assertThat(attempt("card", NOON.plusSeconds(86_400)).day()).isEqualTo(6);
  }

  @Test
  void cardsAreCountedApart() {
    attempt("one", NOON);
    assertThat(attempt("other", NOON).day()).isEqualTo(1);
  }

  @Test
  void aPaymentAskedAboutAgainIsCountedOnce() {
    velocity.count("card", "pay_1", NOON);
    assertThat(velocity.count("card", "pay_1", NOON.plusSeconds(1)))
        .isEqualTo(new VelocityCounts(1, 1, 1));
  }

  @Test
  void aLateAttemptCountsWhatWasBeforeItAndIsSeenByLaterOnes() {
    attempt("card", NOON);
    attempt("card", NOON.plusSeconds(30));
    assertThat(attempt("card", NOON.plusSeconds(10)).minute()).isEqualTo(2);
    assertThat(attempt("card", NOON.plusSeconds(31)).minute()).isEqualTo(4);
  }

  @Test
  void anAttemptLaterThanADayStillCountsItself() {
    attempt("card", NOON);
    assertThat(attempt("card", NOON.minus(Duration.ofDays(2))))
        .isEqualTo(new VelocityCounts(1, 1, 1));
    assertThat(attempt("card", NOON.plusSeconds(1)).day()).isEqualTo(2);
  }

  @Test
  void aCardsCapKeepsTheNewestAttempts() {
    CardVelocity capped = new CardVelocity(100);
    for (int i = 0; i < 500; i++) {
      capped.count("card", "pay_" + i, NOON.plusMillis(i));
    }
    assertThat(capped.count("card", "pay_next", NOON.plusMillis(500)).minute()).isEqualTo(100);
    assertThat(capped.count("card", "pay_499", NOON.plusMillis(501)).minute()).isEqualTo(100);
  }

  @Test
  void cardsNotSeenForADayLeaveTheMemory() {
    for (int i = 0; i < 1_000; i++) {
      attempt("card" + i, NOON);
    }
    assertThat(velocity.cards()).isEqualTo(1_000);
    for (int i = 0; i < 600; i++) {
      attempt("active", NOON.plus(Duration.ofDays(1)).plusMillis(i));
    }
    assertThat(velocity.cards()).isEqualTo(1);
  }

  @Test
  void countsEqualThoseOfANaiveModelWhateverTheOrder() {
    long seed = Long.getLong("seed", 6_899_517_890_338L);
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<Attempt> model = new ArrayList<>();
    Instant newest = Instant.MIN;
    for (int i = 0; i < 10_000; i++) {
      Instant at =
          NOON.plusSeconds(i * 15L).minusSeconds(random.nextLong(10) * random.nextLong(60));
      Attempt attempt =
          new Attempt("card" + random.nextInt(20), "pay_" + random.nextInt(8_000), at);
      newest = at.isAfter(newest) ? at : newest;
      Instant horizon = newest.minus(Duration.ofDays(1));
      model.removeIf(each -> !each.at().isAfter(horizon));
      boolean newer =
          model.removeIf(each -> attempt.isSamePayment(each) && each.at().isBefore(attempt.at()));
      if (newer || model.stream().noneMatch(attempt::isSamePayment)) {
        model.add(attempt);
      }
      assertThat(velocity.count(attempt.card(), attempt.payment(), at))
          .as("seed %d, step %d", seed, i)
          .isEqualTo(
              new VelocityCounts(
                  naive(model, attempt, Window.MINUTE),
                  naive(model, attempt, Window.HOUR),
                  naive(model, attempt, Window.DAY)));
    }
  }

  @Test
  void aReplayOfTheLastDayEndsInTheStateOfAnUninterruptedRun() {
    long seed = Long.getLong("seed", 6_899_517_890_338L);
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<Attempt> log = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      Instant at = NOON.plusSeconds(i * 6L).minusMillis(random.nextInt(5_000));
      log.add(new Attempt("card" + random.nextInt(3_000), "pay_" + random.nextInt(60_000), at));
    }
    for (Attempt attempt : log) {
      velocity.count(attempt.card(), attempt.payment(), attempt.at());
    }
    Instant from = velocity.watermark().minus(Duration.ofDays(1)).minusSeconds(600);
    CardVelocity replayed = new CardVelocity(1_000);
    log.stream()
        .dropWhile(attempt -> attempt.at().isBefore(from))
        .forEach(attempt -> replayed.count(attempt.card(), attempt.payment(), attempt.at()));

    assertThat(replayed.digest()).as("seed %d", seed).isEqualTo(velocity.digest());
    assertThat(new CardVelocity(1_000).digest()).isNotEqualTo(velocity.digest());
    VelocityCounts next = velocity.count("card7", "pay_next", velocity.watermark());
    assertThat(replayed.count("card7", "pay_next", replayed.watermark())).isEqualTo(next);
  }

  private VelocityCounts attempt(String card, Instant at) {
    return velocity.count(card, "pay_" + payments++, at);
  }

  private static int naive(List<Attempt> model, Attempt now, Window window) {
    Instant after = now.at().minus(window.length());
    long count =
        model.stream()
            .filter(each -> each.card().equals(now.card()))
            .filter(each -> each.at().isAfter(after) && !each.at().isAfter(now.at()))
            .count();
    return Math.max(1, (int) count);
  }

  private record Attempt(String card, String payment, Instant at) {

    boolean isSamePayment(Attempt other) {
      return card.equals(other.card) && payment.equals(other.payment);
    }
  }
}
