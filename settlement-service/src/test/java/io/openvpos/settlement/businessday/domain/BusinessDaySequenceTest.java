package io.openvpos.settlement.businessday.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.openvpos.settlement.businessday.domain.CloseDecision.Accepted;
import io.openvpos.settlement.businessday.domain.CloseDecision.AlreadyAsked;
import io.openvpos.settlement.businessday.domain.CloseDecision.Reason;
import io.openvpos.settlement.businessday.domain.CloseDecision.Refused;
import io.openvpos.settlement.fakes.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BusinessDaySequenceTest {

  private static final DaySchedule MIDNIGHT =
      new DaySchedule(ZoneId.of("Europe/Istanbul"), LocalTime.MIDNIGHT);
  private static final ClosePolicy SANDBOX = Terms.policy(true, Terms.TERMS);
  private static final ClosePolicy PRODUCTION = Terms.policy(false, Terms.TERMS);
  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Instant NOON = Instant.parse("2026-11-23T09:00:00Z");
  private static final Instant CUT_OFF = Instant.parse("2026-11-23T21:00:00Z");

  private final BusinessDaySequence open = BusinessDaySequence.begin(D, NOON, MIDNIGHT).next();

  @Test
  void theFirstDayIsOpenedWithItsScheduledCutOff() {
    BusinessDaySequence.Change begun = BusinessDaySequence.begin(D, NOON, MIDNIGHT);
    assertThat(begun.facts()).containsExactly(new DayFact.Opened(D, NOON, CUT_OFF));
  }

  @Test
  void anEarlyCloseCutsOffNowAndOpensTheNextCalendarDate() {
    Accepted accepted = (Accepted) open.close(D, NOON, SANDBOX);
    assertThat(accepted.facts())
        .containsExactly(
            new DayFact.CloseRequested(D, NOON, NOON),
            new DayFact.Opened(D.plusDays(1), NOON, CUT_OFF.plusSeconds(86_400)));
    assertThat(accepted.next().openDay()).isEqualTo(D.plusDays(1));
    assertThat(accepted.next().closingDay())
        .contains(new BusinessDaySequence.Closing(D, NOON, Terms.TERMS));
  }

  @Test
  void aCloseAfterTheScheduledCutOffCutsOffThere() {
    Instant late = CUT_OFF.plusSeconds(3);
    Accepted accepted = (Accepted) open.close(D, late, PRODUCTION);
    assertThat(accepted.facts().getFirst()).isEqualTo(new DayFact.CloseRequested(D, late, CUT_OFF));
  }

  @Test
  void withoutEarlyCloseTheCutOffIsAwaited() {
    assertThat(open.close(D, CUT_OFF.minusMillis(1), PRODUCTION))
        .isEqualTo(new Refused(Reason.CUT_OFF_NOT_REACHED));
    assertThat(open.close(D, CUT_OFF, PRODUCTION)).isInstanceOf(Accepted.class);
  }

  @Test
  void onlyTheOpenDayIsClosedAndARepetitionChangesNothing() {
    BusinessDaySequence closing = ((Accepted) open.close(D, NOON, SANDBOX)).next();
    assertThat(closing.close(D, NOON, SANDBOX)).isEqualTo(new AlreadyAsked());
    assertThat(closing.close(D.plusDays(1), NOON, SANDBOX))
        .isEqualTo(new Refused(Reason.PREVIOUS_DAY_CLOSING));
    assertThat(closing.close(D.plusDays(2), NOON, SANDBOX))
        .isEqualTo(new Refused(Reason.DAY_NOT_OPEN));
    assertThat(closing.close(D.minusDays(1), NOON, SANDBOX))
        .isEqualTo(new Refused(Reason.DAY_NOT_OPEN));
    BusinessDaySequence closed = closing.finish(D, NOON.plusSeconds(9), "d1").next();
    assertThat(closed.close(D, NOON, SANDBOX)).isEqualTo(new AlreadyAsked());
    assertThat(closed.close(D.plusDays(1), NOON.plusSeconds(10), SANDBOX))
        .isInstanceOf(Accepted.class);
  }

  @Test
  void onlyTheClosingDayIsFinished() {
    assertThatIllegalStateException().isThrownBy(() -> open.finish(D, NOON, "d"));
    BusinessDaySequence closing = ((Accepted) open.close(D, NOON, SANDBOX)).next();
    assertThat(closing.finish(D, CUT_OFF, "digest").facts())
        .containsExactly(new DayFact.Closed(D, CUT_OFF, "digest"));
  }

  @Test
  void cutOffsNeverRunBackwards() {
    BusinessDaySequence closed =
        ((Accepted) open.close(D, NOON, SANDBOX)).next().finish(D, NOON, "d").next();
    Accepted next = (Accepted) closed.close(D.plusDays(1), NOON.minusSeconds(60), SANDBOX);
    assertThat(next.next().closingDay().orElseThrow().cutOffAt()).isEqualTo(NOON);
  }

  @Test
  void theCutOffTimeMayLieInTheNextMorning() {
    DaySchedule two = new DaySchedule(ZoneId.of("Europe/Istanbul"), LocalTime.of(2, 0));
    assertThat(two.cutOffOf(D)).isEqualTo(Instant.parse("2026-11-23T23:00:00Z"));
    assertThat(two.dayAt(Instant.parse("2026-11-23T22:59:59Z"))).isEqualTo(D);
    assertThat(two.dayAt(Instant.parse("2026-11-23T23:00:00Z"))).isEqualTo(D.plusDays(1));
    assertThat(MIDNIGHT.dayAt(CUT_OFF)).isEqualTo(D.plusDays(1));
    assertThat(MIDNIGHT.dayAt(CUT_OFF.minusMillis(1))).isEqualTo(D);
  }
}
