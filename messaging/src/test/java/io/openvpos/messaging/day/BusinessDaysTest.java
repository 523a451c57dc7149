package io.openvpos.messaging.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BusinessDaysTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final Instant CUT_OFF = Instant.parse("2026-11-23T21:00:00Z");

  private final SetClock clock = new SetClock(CUT_OFF.minusSeconds(60));
  private final BusinessDays days = new BusinessDays(clock);

  @Test
  void beforeTheFirstDayNothingIsStamped() {
    assertThatThrownBy(days::stamp).isInstanceOf(DayUnknownException.class);
  }

  @Test
  void whileOldDaysAreStillBeingReadNothingIsStamped() {
    AtomicBoolean caughtUp = new AtomicBoolean();
    days.stampOnceCaughtUp(caughtUp::get);
    days.opened(MONDAY.minusDays(30), CUT_OFF);
    assertThatThrownBy(days::stamp).isInstanceOf(DayUnknownException.class);

    days.opened(MONDAY, CUT_OFF);
    caughtUp.set(true);

    assertThat(days.today()).isEqualTo(MONDAY);
  }

  @Test
  void theLastInstantBeforeTheCutOffBelongsToTheDayAndTheCutOffItselfToTheNext() {
    days.opened(MONDAY, CUT_OFF);

    clock.now = CUT_OFF.minusNanos(1);
    assertThat(days.today()).isEqualTo(MONDAY);
    clock.now = CUT_OFF;
    assertThat(days.today()).isEqualTo(MONDAY.plusDays(1));
  }

  @Test
  void theOpenDayKnowsWhenTheNextOneStarts() {
    days.opened(MONDAY, CUT_OFF);

    assertThat(days.openDay()).isEqualTo(new BusinessDays.OpenDay(MONDAY, CUT_OFF));
    clock.now = CUT_OFF;
    assertThat(days.openDay())
        .isEqualTo(new BusinessDays.OpenDay(MONDAY.plusDays(1), CUT_OFF.plusSeconds(86_400)));
    days.closeRequested(MONDAY);
    assertThatThrownBy(days::openDay).isInstanceOf(DayUnknownException.class);
  }

  @Test
  void aCloseRequestAloneMeansThatTheNextDayIsOpen() {
    days.opened(MONDAY, CUT_OFF);

    days.closeRequested(MONDAY);

    try (Stamp stamp = days.stamp()) {
      assertThat(stamp.day()).isEqualTo(MONDAY.plusDays(1));
    }
  }

  @Test
  void aRepeatedOpeningOfAnEarlierDayChangesNothing() {
    days.opened(MONDAY, CUT_OFF);
    days.closeRequested(MONDAY);
    days.opened(MONDAY.plusDays(1), CUT_OFF.plusSeconds(86_400));

    days.opened(MONDAY, CUT_OFF);

    assertThat(days.today()).isEqualTo(MONDAY.plusDays(1));
  }

  @Test
  void onlyStampsOfTheDayOrAnEarlierOneHoldItUp() {
    days.opened(MONDAY, CUT_OFF);
    Stamp held = days.stamp();
    days.closeRequested(MONDAY);
    Stamp later = days.stamp();
    assertThat(days.stampsOut(MONDAY)).isTrue();

    held.close();

    assertThat(days.stampsOut(MONDAY)).isFalse();
    assertThat(later.day()).isEqualTo(MONDAY.plusDays(1));
  }

  @Test
  void aDayRequestedAndNotClosedIsStillToBeDrained() {
    days.opened(MONDAY, CUT_OFF);
    days.closeRequested(MONDAY);

    assertThat(days.ending(null)).isEqualTo(MONDAY);
    assertThat(days.ending(MONDAY)).isNull();
    days.closed(MONDAY);
    assertThat(days.ending(null)).isNull();
  }

  /// A clock that stands where it is set.
  private static final class SetClock extends Clock {
    private volatile Instant now;

    SetClock(Instant now) {
      this.now = now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
