package io.openvpos.settlement.businessday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.groups.Tuple.tuple;

import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.CloseDecision;
import io.openvpos.settlement.businessday.domain.ClosePolicy;
import io.openvpos.settlement.businessday.domain.DayFact;
import io.openvpos.settlement.businessday.domain.DayStatus;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryStores;
import io.openvpos.settlement.fakes.Terms;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DaySequencerTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final ClosePolicy SANDBOX = Terms.policy(true, Terms.TERMS);

  private final InMemoryStores stores = new InMemoryStores(Faults.none());

  @Test
  void theFirstStartOpensTheDayOfTheClockOnce() {
    sequencer("2026-11-23T20:59:59Z", Optional.empty()).begin();
    sequencer("2026-11-25T12:00:00Z", Optional.empty()).begin();
    assertThat(stores.dayFacts).hasSize(1);
    assertThat(stores.days.keySet()).containsExactly(D);
  }

  @Test
  void aSettingMayChooseTheFirstDay() {
    LocalDate chosen = LocalDate.parse("2027-01-01");
    DaySequencer sequencer = sequencer("2026-11-23T12:00:00Z", Optional.of(chosen));
    sequencer.begin();
    assertThat(sequencer.current().openDay()).isEqualTo(chosen);
  }

  @Test
  void ofManyWhoCloseAtOnceOneDoes() throws Exception {
    DaySequencer sequencer = sequencer("2026-11-23T12:00:00Z", Optional.empty());
    sequencer.begin();
    CountDownLatch together = new CountDownLatch(1);
    List<Future<CloseDecision>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        answers.add(
            threads.submit(() -> {
              together.await();
              return sequencer.close(D);
            }));
      }
      together.countDown();
    }
    long accepted =
        answers.stream()
            .filter(answer -> answer.resultNow() instanceof CloseDecision.Accepted)
            .count();
    assertThat(accepted).isEqualTo(1);
    assertThat(stores.dayFacts)
        .extracting(DayFact::day, DayFact::number)
        .containsExactly(tuple(D, 1), tuple(D, 2), tuple(D.plusDays(1), 1));
    assertThat(day(D).status()).isEqualTo(DayStatus.CLOSING);
    assertThat(day(D.plusDays(1)).status()).isEqualTo(DayStatus.OPEN);
  }

  @Test
  void theClockClosesADayOnlyAtItsCutOffAndNotWhileTheOneBeforeIsClosing() {
    sequencer("2026-11-23T12:00:00Z", Optional.empty()).begin();
    sequencer("2026-11-23T20:59:59Z", Optional.empty()).lookAfter();
    assertThat(stores.days).hasSize(1);
    DaySequencer twoDaysLater = sequencer("2026-11-25T12:00:00Z", Optional.empty());
    twoDaysLater.lookAfter();
    twoDaysLater.lookAfter();
    assertThat(twoDaysLater.current().openDay()).isEqualTo(D.plusDays(1));
    twoDaysLater.finish(D, "digest");
    twoDaysLater.lookAfter();
    assertThat(twoDaysLater.current().openDay()).isEqualTo(D.plusDays(2));
    assertThat(day(D).status()).isEqualTo(DayStatus.CLOSED);
    assertThat(day(D).digest()).isEqualTo("digest");
  }

  @Test
  void theTermsOfADayAreThoseOfTheInstanceThatAcceptedItsClose() {
    DaySequencer sequencer = sequencer("2026-11-23T12:00:00Z", Optional.empty());
    sequencer.begin();
    sequencer.close(D);
    ClosePolicy changed = Terms.policy(true, Terms.OTHER);
    DaySequencer restarted = sequencer("2026-11-23T12:00:00Z", changed);
    restarted.close(D);
    restarted.lookAfter();
    assertThat(restarted.current().closingDay().orElseThrow().terms()).isEqualTo(Terms.TERMS);
    assertThat(day(D).terms()).isEqualTo(Terms.TERMS);
    restarted.finish(D, "digest");
    restarted.close(D.plusDays(1));
    assertThat(day(D).terms()).isEqualTo(Terms.TERMS);
    assertThat(day(D.plusDays(1)).terms()).isEqualTo(Terms.OTHER);
  }

  @Test
  void aDayThatItsCalendarCannotValueIsNotClosedAndThatIsAFailure() {
    ClosePolicy ends = new ClosePolicy(SANDBOX.schedule(), true, SANDBOX.terms(), D.minusDays(1));
    sequencer("2026-11-23T12:00:00Z", Optional.empty()).begin();
    assertThat(sequencer("2026-11-23T12:00:00Z", ends).close(D))
        .isEqualTo(new CloseDecision.Refused(CloseDecision.Reason.BANK_CALENDAR_ENDS));
    DaySequencer afterCutOff = sequencer("2026-11-23T21:00:00Z", ends);
    assertThatIllegalStateException()
        .isThrownBy(afterCutOff::lookAfter)
        .withMessageContaining("tr-1");
    assertThat(day(D).status()).isEqualTo(DayStatus.OPEN);
  }

  private BusinessDay day(LocalDate day) {
    return stores.dayLog().find(day).orElseThrow();
  }

  private DaySequencer sequencer(String now, Optional<LocalDate> firstDay) {
    return new DaySequencer(stores.sequenceStore(), stores.dayLog(), SANDBOX, firstDay, clock(now));
  }

  private DaySequencer sequencer(String now, ClosePolicy policy) {
    return new DaySequencer(
        stores.sequenceStore(), stores.dayLog(), policy, Optional.empty(), clock(now));
  }

  private static Clock clock(String now) {
    return Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
  }
}
