package io.openvpos.fraud.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.fraud.model.TrainingSettings;
import io.openvpos.fraud.training.VectorRun;
import io.openvpos.fraud.training.VectorRun.Served;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// That nothing from the future reaches a vector, a training row or a test row: on generated data
/// with compromised terminals and cards. A change of the future must not change the past.
class LeakageTest {

  private static final LocalDate FIRST = LocalDate.of(2020, 1, 6);
  private static final int DAYS = 63;
  private static final Weeks WEEKS = new Weeks(FIRST.plusDays(42));
  private static final long SEED = 7;
  private static final TrainingSettings SMALL = new TrainingSettings(40, 3, 0.1, 1, 1, 1_000);

  private final List<HandbookPayment> payments = generated(new Random(SEED));

  @Test
  void whatComesLaterChangesNoVector() {
    long cut = FIRST.toEpochDay() + 45;
    List<HandbookPayment> past = payments.stream().filter(p -> p.day() < cut).toList();
    List<Served<HandbookPayment>> alone = VectorRun.play(past, day -> day == cut - 1);
    List<Served<HandbookPayment>> all = VectorRun.play(payments, day -> day == cut - 1);
    assertThat(alone).hasSameSizeAs(all).isNotEmpty();
    for (int i = 0; i < alone.size(); i++) {
      assertThat(alone.get(i).vector()).containsExactly(all.get(i).vector());
    }
  }

  @Test
  void aLabelYoungerThanSevenDaysChangesNoVector() {
    long day = FIRST.toEpochDay() + 45;
    List<HandbookPayment> hidden =
        payments.stream().map(p -> p.day() >= day - 6 ? relabeled(p, false) : p).toList();
    List<Served<HandbookPayment>> with = VectorRun.play(payments, each -> each == day);
    List<Served<HandbookPayment>> without = VectorRun.play(hidden, each -> each == day);
    for (int i = 0; i < with.size(); i++) {
      assertThat(with.get(i).vector()).containsExactly(without.get(i).vector());
    }
  }

  @Test
  void aLabelOlderThanSevenDaysIsSeen() {
    long day = FIRST.toEpochDay() + 45;
    List<HandbookPayment> honest = payments.stream().map(p -> relabeled(p, false)).toList();
    double seen = sum(VectorRun.play(payments, each -> each == day));
    assertThat(seen).isGreaterThan(sum(VectorRun.play(honest, each -> each == day)));
  }

  @Test
  void trainingLabelsAreKnownBeforeTheFirstTestDay() {
    long lastTrained = WEEKS.trainFrom().toEpochDay() + Weeks.TRAIN_DAYS - 1;
    assertThat(WEEKS.trainsOn(lastTrained)).isTrue();
    assertThat(WEEKS.trainsOn(lastTrained + 1)).isFalse();
    assertThat(lastTrained + Weeks.DELAY_DAYS).isLessThan(WEEKS.testFrom().toEpochDay());
  }

  @Test
  void cardsKnownAsDefraudedAreNotTested() {
    Fold fold = Fold.of(WEEKS, VectorRun.play(payments, day -> true));
    Set<Integer> inTraining =
        payments.stream()
            .filter(p -> p.fraud() && WEEKS.trainsOn(p.day()))
            .map(HandbookPayment::customer)
            .collect(Collectors.toCollection(HashSet::new));
    assertThat(inTraining).isNotEmpty();
    assertThat(fold.test())
        .isNotEmpty()
        .noneMatch(s -> inTraining.contains(s.payment().customer()));
    assertThat(fold.test()).allMatch(s -> WEEKS.testsOn(s.payment().day()));
  }

  @Test
  void shuffledLabelsGiveChance() {
    HandbookBenchmark.Result real = run(payments);
    Random random = new Random(SEED);
    List<HandbookPayment> shuffled =
        payments.stream().map(p -> relabeled(p, random.nextInt(50) == 0)).toList();
    HandbookBenchmark.Result chance = run(shuffled);
    double share = (double) chance.testFrauds() / chance.testRows();
    assertThat(chance.ranking().averagePrecision()).as("seed %d", SEED).isLessThan(share * 2);
    assertThat(chance.ranking().rocArea()).isBetween(0.4, 0.6);
    assertThat(real.ranking().averagePrecision()).isGreaterThan(share * 8);
  }

  private static HandbookBenchmark.Result run(List<HandbookPayment> payments) {
    return HandbookBenchmark.on(payments, List.of(WEEKS), SMALL).run(WEEKS, FeatureSchema.all());
  }

  private static double sum(List<Served<HandbookPayment>> served) {
    return served.stream().mapToDouble(s -> s.vector()[Feature.TERMINAL_RISK_30D.slot()]).sum();
  }

  private static HandbookPayment relabeled(HandbookPayment p, boolean fraud) {
    return new HandbookPayment(
        p.atMillis(), p.number(), p.customer(), p.terminal(), p.amountCents(), fraud);
  }

  /// 400 cards, 150 terminals of which each fifth day one is compromised, high amounts fraud.
  private static List<HandbookPayment> generated(Random random) {
    List<HandbookPayment> made = new ArrayList<>();
    int[] badUntil = new int[150];
    for (int day = 0; day < DAYS; day++) {
      if (day % 5 == 0) {
        badUntil[random.nextInt(150)] = day + 28;
      }
      long start = (FIRST.toEpochDay() + day) * VectorRun.DAY_MILLIS;
      for (int i = 0; i < 500; i++) {
        int terminal = random.nextInt(150);
        long amount = 500L + random.nextInt(random.nextInt(60) == 0 ? 40_000 : 10_000);
        long at = start + i * (VectorRun.DAY_MILLIS / 500L);
        boolean fraud = badUntil[terminal] > day || amount > 22_000;
        made.add(
            new HandbookPayment(
                at, made.size() + 1L, random.nextInt(400), terminal, amount, fraud));
      }
    }
    return made;
  }
}
