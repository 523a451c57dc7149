package io.openvpos.fraud.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.mongo.MongoAssessments;
import io.openvpos.fraud.dashboard.DashboardReport.Drifted;
import io.openvpos.fraud.dashboard.DashboardReport.Period;
import io.openvpos.fraud.dashboard.domain.Counts;
import io.openvpos.fraud.dashboard.mongo.MongoCounts;
import io.openvpos.fraud.fakes.Assessed;
import io.openvpos.fraud.fakes.MemoryStore;
import io.openvpos.fraud.fakes.MutableClock;
import io.openvpos.fraud.fakes.Payments;
import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.labels.Label;
import io.openvpos.fraud.labels.mongo.MongoLabels;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.RiskScore;
import io.openvpos.money.Mode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DashboardTest {

  private static final RiskScore DECLINED = new RiskScore(Decision.DECLINE, 90, List.of());

  private final MemoryStore memory = new MemoryStore();
  private final MongoAssessments assessments =
      new MongoAssessments(memory.plain("assessments"), memory.plain("late"));
  private final MongoLabels labels = new MongoLabels(memory.plain("labels"));
  private final MongoCounts store = counts();
  private int payments;

  @BeforeEach
  void pay() {
    pay(Payments.usual());
    pay(Payments.usual().before(DECLINED));
    pay(Payments.usual().at(Payments.NOON.plus(Duration.ofHours(3))));
  }

  @AfterEach
  void close() {
    memory.close();
  }

  @Test
  void hoursOfNowAreSeenAtOnceAndWhatComesLateWhenTheHourIsCounted() {
    HourCounter counter = counter(Payments.NOON.plus(Duration.ofMinutes(20)));
    counter.advance();
    assertThat(decided(counter, Payments.NOON.plus(Duration.ofMinutes(20)))).containsExactly(1, 1);

    pay(Payments.usual().at(Payments.NOON.plusSeconds(1)));
    HourCounter later = counter(Payments.NOON.plus(Duration.ofMinutes(80)));
    later.advance();
    assertThat(decided(later, Payments.NOON.plus(Duration.ofMinutes(80)))).containsExactly(2, 1);
  }

  @Test
  void challengesAreCountedApart() {
    pay(Payments.usual().before(new RiskScore(Decision.CHALLENGE, 60, List.of())));
    Instant end = Payments.NOON.plus(Duration.ofMinutes(20));
    HourCounter counter = counter(end);
    counter.advance();

    Period day = report(counter, end).byDay().getLast();

    assertThat(day.challenged()).isEqualTo(1);
    assertThat(day.payments()).isEqualTo(3);
  }

  /// Two instances, each more than once: an hour is in its day once.
  @Test
  void countingAgainChangesNothing() {
    Instant end = Payments.NOON.plus(Duration.ofHours(6));
    HourCounter one = counter(end);
    HourCounter other = counter(end);
    one.advance();
    one.advance();
    other.advance();
    store.keep(Payments.NOON, whole(), end);
    store.keep(Payments.NOON, whole(), end);
    assertThat(decided(other, end)).containsExactly(2, 1);
    assertThat(report(other, end).scores().stream().mapToLong(s -> s.payments()).sum())
        .isEqualTo(3);
  }

  /// The scorer was down from before the hour's end; its backlog was answered in the evening, in
  /// two parts.
  @Test
  void anHourIsCountedAgainWhenItsQuestionsWereAnsweredLate() {
    MutableClock clock = new MutableClock(Payments.NOON.plus(Duration.ofMinutes(80)));
    HourCounter counter = new HourCounter(assessments, store, clock);
    counter.advance();
    assertThat(decided(counter, clock.instant())).containsExactly(1, 1);

    clock.advance(Duration.ofHours(5));
    payLate(Payments.usual(), clock.instant());
    counter.advance();
    assertThat(decided(counter, clock.instant())).as("more may come").containsExactly(2, 1);
    clock.advance(Duration.ofMinutes(1));
    payLate(Payments.usual().before(DECLINED), clock.instant());
    counter.advance();
    assertThat(decided(counter, clock.instant())).as("more may come").containsExactly(2, 1);
    clock.advance(Duration.ofMinutes(3));
    counter.advance();
    assertThat(decided(counter, clock.instant())).containsExactly(3, 2);
    assertThat(store.counted(Payments.NOON)).containsEntry(Payments.NOON, clock.instant());

    Instant counted = clock.instant();
    clock.advance(Duration.ofMinutes(9));
    counter.advance();
    new HourCounter(assessments, store, clock).advance();
    assertThat(store.counted(Payments.NOON)).containsEntry(Payments.NOON, counted);
  }

  /// What came while no instance ran, or one that stopped before it counted again.
  @Test
  void anInstanceThatStartsFindsWhatCameLateBeforeIt() {
    Instant end = Payments.NOON.plus(Duration.ofHours(6));
    counter(end).advance();
    payLate(Payments.usual(), end.plus(Duration.ofHours(1)));
    payLate(Payments.usual().at(Payments.NOON.plus(Duration.ofHours(3))), end);

    Instant later = end.plus(Duration.ofHours(2));
    HourCounter next = counter(later);
    next.advance();

    assertThat(decided(next, later)).containsExactly(4, 1);
    assertThat(report(next, later).byHour().stream().map(Period::payments).filter(hour -> hour > 0))
        .containsExactly(3L, 2L);
  }

  @Test
  void aFeatureThatMovedIsTheFirstOfTheDrift() {
    for (int i = 0; i < 40; i++) {
      pay(Payments.usual().at(Payments.NOON.minus(Duration.ofDays(10))));
      pay(Payments.usual().with(Feature.AMOUNT_TO_MEAN, 60));
    }
    Instant end = Payments.NOON.plus(Duration.ofHours(6));
    HourCounter counter = counter(end);
    for (int i = 0; i < 45; i++) {
      counter.advance();
    }
    List<Drifted> drift = report(counter, end).drift();
    assertThat(drift.getFirst().feature()).isEqualTo("amount_to_mean");
    assertThat(drift.getFirst().psi()).isGreaterThan(1);
    assertThat(drift.get(1).psi()).isLessThan(0.1);
  }

  @Test
  void precisionAndRecallAreOfWhatIsKnown() {
    label("pay_1", true);
    label("pay_2", true);
    label("pay_3", false);
    new QualityCounter(assessments, labels, store).count();
    Instant end = Payments.NOON.plus(Duration.ofHours(6));
    DashboardReport.Quality known = report(counter(end), end).quality();
    assertThat(known.precision()).hasValue(1.0);
    assertThat(known.recall()).hasValue(0.5);
  }

  private void pay(Payments payment) {
    payments++;
    assessments.keepFirst(List.of(Assessed.of("pay_" + payments, payment)));
  }

  private void payLate(Payments payment, Instant assessedAt) {
    payments++;
    Assessment like = Assessed.of("pay_" + payments, payment);
    assessments.keepFirst(
        List.of(
            new Assessment(
                like.paymentId(),
                like.requestHash(),
                like.merchantId(),
                like.mode(),
                like.cardFingerprint(),
                like.score(),
                like.velocity(),
                like.model(),
                like.facts(),
                like.ruling(),
                like.requestedAt(),
                assessedAt)));
  }

  /// The first hour, of which [#pay] made two.
  private static Map<Mode, Counts> whole() {
    Counts counts = new Counts();
    Counting.count(Assessed.of("one", Payments.usual()), counts);
    Counting.count(Assessed.of("other", Payments.usual().before(DECLINED)), counts);
    return Map.of(Mode.TEST, counts);
  }

  private void label(String payment, boolean fraud) {
    labels.add(
        new Label(payment, payment, "card-1", fraud, "case", "söylendi", Payments.NOON, "ayşe"));
  }

  /// Approved and declined of the only day.
  private List<Integer> decided(HourCounter counter, Instant now) {
    Period day = report(counter, now).byDay().getLast();
    return List.of((int) day.approved(), (int) day.declined());
  }

  private DashboardReport report(HourCounter counter, Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new Dashboard(store, counter, new RuleTimes(new SimpleMeterRegistry()), clock)
        .report(Mode.TEST, 7);
  }

  private HourCounter counter(Instant now) {
    return new HourCounter(assessments, store, Clock.fixed(now, ZoneOffset.UTC));
  }

  private MongoCounts counts() {
    return new MongoCounts(memory.plain("hours"), memory.versioned("days"), memory.plain("known"));
  }
}
