package io.openvpos.merchant.adjustment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.merchant.adjustment.AdjustmentDesk.Asked;
import io.openvpos.merchant.adjustment.domain.Adjustment;
import io.openvpos.merchant.adjustment.domain.Adjustment.Outcome;
import io.openvpos.merchant.adjustment.domain.AdjustmentKind;
import io.openvpos.merchant.adjustment.domain.AdjustmentStatus;
import io.openvpos.merchant.adjustment.domain.Booking;
import io.openvpos.merchant.adjustment.domain.Wanted;
import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.day.DayDrain;
import io.openvpos.messaging.day.OtherInstances;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import io.openvpos.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdjustmentDeskTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456Z");
  private static final Actor ASKER = new Actor("ayse@acquirer.test", "127.0.0.1");
  private static final Actor OTHER = new Actor("umut@acquirer.test", "127.0.0.1");

  private final InMemoryAdjustments adjustments = new InMemoryAdjustments();
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final BusinessDays days = new BusinessDays(clock);
  private final AdjustmentDesk desk = desk(adjustments);

  @BeforeEach
  void openTheDay() {
    days.opened(DAY, NOW.plus(Duration.ofHours(9)));
  }

  @Test
  void anApprovalIsStampedWithTheOpenDayAndTold() {
    Adjustment asked = ask("k1");

    Outcome outcome = desk.approve(asked.id(), OTHER);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Decided.class,
            decided -> assertThat(decided.adjustment().booking()).isEqualTo(new Booking(DAY, 1)));
    assertThat(status(asked)).isEqualTo(AdjustmentStatus.APPROVED);
    assertThat(adjustments.unsent).containsExactly(asked.id() + ":2");
    assertThat(adjustments.actions)
        .extracting(Action::name)
        .containsExactly("adjustment.asked", "adjustment.approved");
  }

  @Test
  void whoeverAskedCannotDecide() {
    Adjustment asked = ask("k1");

    assertThat(desk.approve(asked.id(), ASKER)).isEqualTo(new Outcome.FourEyes());
    assertThat(desk.reject(asked.id(), ASKER)).isEqualTo(new Outcome.FourEyes());

    assertThat(status(asked)).isEqualTo(AdjustmentStatus.PENDING);
    assertThat(adjustments.unsent).isEmpty();
  }

  @Test
  void aRejectedOneMovesNothingAndStaysSo() {
    Adjustment asked = ask("k1");

    desk.reject(asked.id(), OTHER);

    assertThat(desk.approve(asked.id(), OTHER)).isEqualTo(new Outcome.TooLate());
    assertThat(status(asked)).isEqualTo(AdjustmentStatus.REJECTED);
    assertThat(adjustments.unsent).isEmpty();
  }

  @Test
  void theSameDecisionByTheSamePersonIsTheSame() {
    Adjustment asked = ask("k1");
    desk.approve(asked.id(), OTHER);

    assertThat(desk.approve(asked.id(), OTHER)).isInstanceOf(Outcome.AlreadySo.class);
    assertThat(desk.approve(asked.id(), new Actor("third", "-"))).isEqualTo(new Outcome.TooLate());
    assertThat(adjustments.unsent).hasSize(1);
  }

  @Test
  void aKeyNamesOneRequestOfOnePerson() {
    Adjustment first = ask("k1");

    assertThat(desk.ask(wanted(700), ASKER, "k1")).isEqualTo(new Asked.Repeated(first));
    assertThat(desk.ask(wanted(701), ASKER, "k1")).isEqualTo(new Asked.KeyReused());
    assertThat(ask("k2").id()).isNotEqualTo(first.id());
    assertThat(desk.ask(wanted(700), OTHER, "k1")).isInstanceOf(Asked.Made.class);
  }

  @Test
  void ofManyApprovalsAtOnceOneWins() throws Exception {
    for (int round = 0; round < 50; round++) {
      Adjustment asked = ask("round-" + round);
      List<Outcome> outcomes = approveByMany(asked.id(), 16);

      assertThat(outcomes).filteredOn(Outcome.Decided.class::isInstance).hasSize(1);
      assertThat(outcomes).filteredOn(Outcome.TooLate.class::isInstance).hasSize(15);
      assertThat(adjustments.unsent).hasSize(round + 1);
    }
  }

  @Test
  void theDaysEndWaitsForAnApprovalThatIsBeingStored() throws Exception {
    CountDownLatch storing = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    InMemoryAdjustments slow =
        new InMemoryAdjustments() {
          @Override
          public boolean save(Adjustment decided, Action action) {
            storing.countDown();
            awaitUnhindered(answer);
            return super.save(decided, action);
          }
        };
    AdjustmentDesk slowDesk = desk(slow);
    Adjustment asked = made(slowDesk.ask(wanted(700), ASKER, "k1"));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        DayDrain drain = drain(slow)) {
      Future<Outcome> approving = threads.submit(() -> slowDesk.approve(asked.id(), OTHER));
      storing.await();
      days.closeRequested(DAY);
      await().during(Duration.ofMillis(400)).until(slow.log::isEmpty);
      answer.countDown();
      approving.get();

      await().atMost(Duration.ofMinutes(1)).until(() -> slow.log.contains("ended " + DAY));
      assertThat(drain).isNotNull();
    }
    assertThat(slow.log).containsExactly(asked.id() + ":2", "ended " + DAY);
  }

  @Test
  void behindTheCloseAnApprovalBelongsToTheNextDay() {
    Adjustment asked = ask("k1");
    days.closeRequested(DAY);

    desk.approve(asked.id(), OTHER);

    assertThat(adjustments.find(asked.id()).orElseThrow().booking())
        .isEqualTo(new Booking(DAY.plusDays(1), 1));
  }

  private DayDrain drain(InMemoryAdjustments outbox) {
    OtherInstances nobody =
        new OtherInstances() {
          @Override
          public void tellDrained(LocalDate day) {}

          @Override
          public boolean allDrained(LocalDate day) {
            return true;
          }
        };
    return new DayDrain(
        days,
        nobody,
        Topics.ADJUSTMENTS,
        outbox::sendEverything,
        (topic, day) -> outbox.log.add("ended " + day));
  }

  private List<Outcome> approveByMany(String id, int people) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Outcome>> running = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int person = 0; person < people; person++) {
        Actor approver = new Actor("approver-" + person, "-");
        running.add(
            threads.submit(() -> {
              start.await();
              return desk.approve(id, approver);
            }));
      }
      start.countDown();
      for (Future<Outcome> one : running) {
        outcomes.add(one.get());
      }
    }
    return outcomes;
  }

  private AdjustmentDesk desk(InMemoryAdjustments over) {
    return new AdjustmentDesk(over, new OneMerchant(), days, clock);
  }

  private Adjustment ask(String key) {
    return made(desk.ask(wanted(700), ASKER, key));
  }

  private static Adjustment made(Asked asked) {
    return ((Asked.Made) asked).adjustment();
  }

  private AdjustmentStatus status(Adjustment asked) {
    return adjustments.find(asked.id()).orElseThrow().status();
  }

  private static Wanted wanted(long amount) {
    return new Wanted(
        "mer_1",
        Mode.TEST,
        Money.of(amount, "TRY"),
        AdjustmentKind.CORRECTION,
        "Yanlış kesilen ücret",
        null);
  }

  private static void awaitUnhindered(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
