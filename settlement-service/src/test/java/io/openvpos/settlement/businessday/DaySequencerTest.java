package io.openvpos.settlement.businessday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.CloseDecision;
import io.openvpos.settlement.businessday.domain.ClosePolicy;
import io.openvpos.settlement.businessday.domain.DayFact;
import io.openvpos.settlement.businessday.domain.DaySchedule;
import io.openvpos.settlement.businessday.domain.DayStatus;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryStores;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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
  private static final ClosePolicy SANDBOX =
      new ClosePolicy(new DaySchedule(ZoneId.of("Europe/Istanbul"), LocalTime.MIDNIGHT), true);

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

  private BusinessDay day(LocalDate day) {
    return stores.dayLog().find(day).orElseThrow();
  }

  private DaySequencer sequencer(String now, Optional<LocalDate> firstDay) {
    Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    return new DaySequencer(stores.sequenceStore(), stores.dayLog(), SANDBOX, firstDay, clock);
  }
}
