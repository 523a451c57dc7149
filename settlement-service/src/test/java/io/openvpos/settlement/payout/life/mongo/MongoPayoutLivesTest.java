package io.openvpos.settlement.payout.life.mongo;

import static io.openvpos.settlement.fakes.Lines.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.fakes.MemoryStore;
import io.openvpos.settlement.payout.life.LifeStatus;
import io.openvpos.settlement.payout.life.PayoutLife;
import io.openvpos.settlement.payout.life.PayoutLife.Step;
import io.openvpos.settlement.payout.life.PayoutLives;
import io.openvpos.settlement.payout.life.PayoutLives.Event;
import io.openvpos.settlement.payout.life.PayoutLives.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoPayoutLivesTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Instant AT = Instant.parse("2026-11-23T21:00:00Z");
  private static final List<Event> LIFE =
      List.of(
          event(HEAD, "p1", 1, LifeStatus.INSTRUCTED, null),
          event(HEAD, "p1", 2, LifeStatus.CONFIRMED, null),
          event(HEAD, "p1", 3, LifeStatus.RETURNED, "AC04"));

  private final MemoryStore store = new MemoryStore();
  private final PayoutLives lives = new MongoPayoutLives(store.plain("payout_lives"));

  @AfterEach
  void stop() {
    store.close();
  }

  @Test
  void eventsInAnyOrderAndAnyNumberOfTimesComeToTheSameLife() {
    List<Event> heard = new ArrayList<>(LIFE);
    heard.addAll(LIFE);
    for (long seed = 1; seed <= 10; seed++) {
      Collections.shuffle(heard, new Random(seed));
      PayoutLives fresh = new MongoPayoutLives(store.plain("lives_" + seed));
      heard.forEach(fresh::take);
      PayoutLife life = fresh.find("p1").orElseThrow();
      assertThat(life.status()).as("seed %d", seed).isEqualTo(LifeStatus.RETURNED);
      assertThat(life.steps()).as("seed %d", seed).hasSize(3);
      assertThat(life.steps().getLast().reason()).isEqualTo("AC04");
      assertThat(life.iban()).isEqualTo("TR33");
      assertThat(fresh.list(query(null, LifeStatus.CONFIRMED), null, 9)).isEmpty();
      assertThat(fresh.list(query(null, LifeStatus.RETURNED), null, 9)).containsExactly(life);
    }
  }

  @Test
  void aLifeBeginsWithItsInstruction() {
    lives.take(LIFE.get(1));
    assertThat(lives.find("p1")).isEmpty();
    assertThat(lives.list(query(null, null), null, 9)).isEmpty();
  }

  @Test
  void pagesFollowEachOtherAndAMerchantSeesItsOwn() {
    Head other = new Head("m_xyz", Mode.TEST, "TRY");
    for (int i = 1; i <= 5; i++) {
      lives.take(event(HEAD, "a" + i, 1, LifeStatus.INSTRUCTED, null));
    }
    lives.take(event(other, "b1", 1, LifeStatus.INSTRUCTED, null));
    List<PayoutLife> first = lives.list(query("m_abc", null), null, 3);
    List<PayoutLife> second = lives.list(query("m_abc", null), first.getLast().id(), 3);
    assertThat(first).extracting(PayoutLife::id).containsExactly("a5", "a4", "a3");
    assertThat(second).extracting(PayoutLife::id).containsExactly("a2", "a1");
    assertThat(lives.list(query("m_xyz", null), null, 9)).hasSize(1);
    assertThat(lives.list(new Query(D.plusDays(1), null, null, null), null, 9)).isEmpty();
  }

  private static Query query(@Nullable String merchant, @Nullable LifeStatus status) {
    return new Query(null, merchant, null, status);
  }

  private static Event event(
      Head head, String id, int number, LifeStatus status, @Nullable String reason) {
    boolean first = number == 1;
    return new Event(
        new PayoutLife(
            id,
            head,
            D,
            97_90,
            first ? "TR33" : "",
            first ? "Shop" : "",
            first ? D.plusDays(1) : null,
            List.of()),
        number,
        new Step(status, D, AT.plusSeconds(number), reason));
  }
}
