package io.openvpos.settlement.report.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.fakes.ClosedDays;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.Lines;
import io.openvpos.settlement.fakes.Payees;
import io.openvpos.settlement.report.domain.Cell;
import io.openvpos.settlement.report.domain.Fact;
import io.openvpos.settlement.report.domain.Report;
import io.openvpos.settlement.report.domain.Trailer;
import io.openvpos.settlement.report.job.ReportJob.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReportJobsTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-11-23");
  private static final List<Head> HEADS =
      List.of(
          new Head("m_a", Mode.TEST, "TRY"),
          new Head("m_a", Mode.LIVE, "TRY"),
          new Head("m_b", Mode.TEST, "EUR"));

  private final AtomicLong nanos = new AtomicLong();

  @Test
  void everyClosedDayIsMadeOnce() {
    ClosedDays days = played(1, Faults.none(), 2);
    JobDesk desk = days.desk();
    JobRunner runner = days.runner("one", nanos::get);
    desk.orderClosedDays();
    desk.orderClosedDays();
    assertThat(runner.step()).isTrue();
    assertThat(runner.step()).isTrue();
    assertThat(runner.step()).isFalse();
    assertThat(days.reports.jobs.values())
        .hasSize(2)
        .allMatch(stored -> stored.job().status() == Status.DONE)
        .allMatch(stored -> stored.job().done() == stored.job().total());
    assertThat(days.reports.sets).hasSize(days.stores.batches.size() + 2);
    days.close(
        FIRST.plusDays(2), List.of(Lines.capture(HEADS.getFirst(), 900, FIRST.plusDays(2), 5, 1)));
    desk.orderClosedDays();
    assertThat(days.reports.jobs).hasSize(3);
  }

  /// Goal: whoever is killed where, the digests are those of a run that nobody disturbed.
  @Test
  void aKilledJobGoesOnToTheSameDigests() {
    int hit = 0;
    for (long seed = 1; seed <= 8; seed++) {
      ClosedDays calm = played(seed, Faults.none(), 2);
      calm.desk().orderClosedDays();
      runAll(calm);
      Faults faults = Faults.seeded(seed, 3);
      ClosedDays disturbed = played(seed, faults, 2);
      runAll(disturbed);
      while (disturbed.reports.jobs.values().stream()
          .anyMatch(stored -> stored.job().status() == Status.FAILED)) {
        orderAgain(disturbed);
        runAll(disturbed);
      }
      hit += faults.hit();
      assertThat(disturbed.reports.sets).as("seed " + seed).isEqualTo(calm.reports.sets);
    }
    assertThat(hit).as("faults that struck").isGreaterThan(20);
  }

  @Test
  void aSilentRunnersJobIsTakenOverAndItsClaimIsLost() {
    ClosedDays days = played(3, Faults.none(), 1);
    days.desk().orderClosedDays();
    JobStore jobs = days.reports.jobStore();
    JobStore.Stored waiting = jobs.open().getFirst();
    JobStore.Stored claimed =
        jobs.replace(waiting, waiting.job().claimed("dead", java.time.Instant.EPOCH)).orElseThrow();
    JobRunner other = days.runner("other", nanos::get);
    assertThat(other.step()).isFalse();
    nanos.addAndGet(29_000_000_000L);
    assertThat(other.step()).isFalse();
    nanos.addAndGet(2_000_000_000L);
    assertThat(other.step()).isTrue();
    assertThat(jobs.open()).isEmpty();
    assertThat(jobs.replace(claimed, claimed.job().finished(java.time.Instant.EPOCH))).isEmpty();
  }

  @Test
  void aCheckFindsAFileThatWasOtherwise() {
    ClosedDays days = played(4, Faults.none(), 1);
    days.desk().orderClosedDays();
    runAll(days);
    ReportJob good = days.desk().check(FIRST).orElseThrow();
    assertThat(days.desk().check(FIRST).orElseThrow().id()).isEqualTo(good.id());
    runAll(days);
    assertThat(days.desk().find(good.id()).orElseThrow().differing()).isZero();

    FileSet set = days.reports.sets.values().iterator().next();
    List<ReportFile> files = new ArrayList<>(set.files());
    ReportFile first = files.getFirst();
    files.set(
        0, new ReportFile(first.kind(), first.format(), first.language(), "00", first.bytes()));
    days.reports.sets.put(
        set.id(), new FileSet(set.day(), set.batchId(), set.head(), set.closedAt(), files));
    ReportJob bad = days.desk().check(FIRST).orElseThrow();
    assertThat(bad.id()).isNotEqualTo(good.id());
    runAll(days);
    ReportJob told = days.desk().find(bad.id()).orElseThrow();
    assertThat(told.status()).isEqualTo(Status.DONE);
    assertThat(told.differences())
        .containsExactly(new ReportJob.Difference(set.id(), first.name(), "00", first.sha256()));
  }

  @Test
  void aJobThatCannotBeDoneSaysWhy() {
    ClosedDays days = played(5, Faults.none(), 1);
    days.desk().orderClosedDays();
    Map<String, Line> lines = new HashMap<>(days.stores.lines);
    days.stores.lines.clear();
    runAll(days);
    ReportJob failed = days.desk().newest(1).getFirst();
    assertThat(failed.status()).isEqualTo(Status.FAILED);
    assertThat(failed.error()).contains("not those it names");
    days.stores.lines.putAll(lines);
    assertThat(days.desk().order(FIRST, FIRST).orElseThrow().status()).isEqualTo(Status.WAITING);
    runAll(days);
    assertThat(days.desk().newest(1).getFirst().status()).isEqualTo(Status.DONE);
    assertThat(days.desk().order(FIRST, FIRST).orElseThrow().status()).isEqualTo(Status.DONE);
    assertThat(days.desk().order(FIRST, FIRST.plusDays(1))).isEmpty();
    assertThat(days.desk().check(FIRST.plusDays(1))).isEmpty();
  }

  /// Opening + movements - payouts = closing, each day; the next day opens with it; and the last
  /// closing is what the head's payables still hold.
  @Test
  void totalsClose() {
    int checked = 0;
    for (long seed = 1; seed <= 20; seed++) {
      ClosedDays days = played(seed, Faults.none(), 6);
      Map<Head, Long> closings = new HashMap<>();
      for (Batch batch : days.stores.batches.values()) {
        Report report = days.library().settlement(batch, days.day(batch.day()));
        Trailer trailer = trailer(report);
        long opening = amount(trailer, "opening");
        long closing = amount(trailer, "closing");
        assertThat(opening + amount(trailer, "movements") - amount(trailer, "payouts"))
            .as("seed %d %s", seed, batch.id())
            .isEqualTo(closing);
        assertThat(opening).isEqualTo(opening(days, batch));
        assertThat(amount(trailer, "movements")).isEqualTo(batch.figures().net());
        long byType =
            trailer.facts().stream()
                .flatMap(fact -> fact.fields().stream())
                .filter(field -> field.key().equals("net"))
                .mapToLong(field -> ((Cell.Amount) field.cell()).minorUnits())
                .sum();
        assertThat(byType).isEqualTo(batch.figures().net());
        closings.put(batch.head(), closing);
        checked++;
      }
      for (Head head : HEADS) {
        long paidLater =
            days.stores.payouts.values().stream()
                .filter(payout -> payout.head().equals(head))
                .filter(payout -> payout.day().isAfter(lastBatch(days, head)))
                .mapToLong(payout -> payout.amount())
                .sum();
        assertThat(held(days, head) + paidLater)
            .as("seed %d %s", seed, head)
            .isEqualTo(closings.getOrDefault(head, 0L));
      }
    }
    assertThat(checked).isGreaterThan(200);
  }

  private static long opening(ClosedDays days, Batch batch) {
    long net =
        days.stores.batches.values().stream()
            .filter(one -> one.head().equals(batch.head()) && one.day().isBefore(batch.day()))
            .mapToLong(one -> one.figures().net())
            .sum();
    long paid =
        days.stores.payouts.values().stream()
            .filter(one -> one.head().equals(batch.head()) && one.day().isBefore(batch.day()))
            .mapToLong(one -> one.amount())
            .sum();
    return net - paid;
  }

  private static LocalDate lastBatch(ClosedDays days, Head head) {
    return days.stores.batches.values().stream()
        .filter(batch -> batch.head().equals(head))
        .map(Batch::day)
        .max(LocalDate::compareTo)
        .orElse(LocalDate.MIN);
  }

  private static long held(ClosedDays days, Head head) {
    return days.stores.payablesStore().find(head).stream()
        .flatMap(stored ->
            java.util.stream.Stream.concat(
                stored.payables().dues().stream(), stored.payables().reserved().stream()))
        .mapToLong(due -> due.amount())
        .sum();
  }

  private static Trailer trailer(Report report) {
    Report.Body body = report.body().get();
    while (body.hasNext()) {
      body.next();
    }
    return body.trailer();
  }

  private static long amount(Trailer trailer, String key) {
    Fact found =
        trailer.facts().stream().filter(fact -> fact.key().equals(key)).findFirst().orElseThrow();
    return ((Cell.Amount) found.fields().getFirst().cell()).minorUnits();
  }

  private void runAll(ClosedDays days) {
    for (int tries = 0; tries < 5_000; tries++) {
      try {
        days.desk().orderClosedDays();
        if (!days.runner("run " + tries, nanos::get).step()
            && days.reports.jobStore().open().isEmpty()) {
          return;
        }
        JobRunner next = days.runner("again " + tries, nanos::get);
        next.step();
        nanos.addAndGet(31_000_000_000L);
        next.step();
      } catch (Faults.Killed _) {
        // The next try is the restarted instance.
      }
    }
    throw new AssertionError("it never ends: " + days.reports.jobs);
  }

  private static void orderAgain(ClosedDays days) {
    days.reports.jobs.values().stream()
        .map(JobStore.Stored::job)
        .filter(job -> job.status() == Status.FAILED)
        .toList()
        .forEach(job -> {
          try {
            days.desk().order(job.from(), job.to());
          } catch (Faults.Killed _) {
            // The next round orders it.
          }
        });
  }

  private static ClosedDays played(long seed, Faults faults, int count) {
    ClosedDays days = new ClosedDays(new Payees("TR330006100519786457841326"), faults);
    SplittableRandom random = new SplittableRandom(seed);
    Map<Head, Long> seqs = new HashMap<>();
    for (int day = 0; day < count; day++) {
      LocalDate date = FIRST.plusDays(day);
      List<Line> lines = new ArrayList<>();
      for (Head head : HEADS) {
        for (int line = random.nextInt(6); line > 0; line--) {
          lines.add(line(random, head, seqs.merge(head, 1L, Long::sum), date));
        }
      }
      days.close(date, lines);
    }
    return days;
  }

  private static Line line(SplittableRandom random, Head head, long seq, LocalDate date) {
    long amount = random.nextLong(1, 500_00);
    Line line =
        switch (random.nextInt(4)) {
          case 0 -> Lines.refund(head, seq, date, amount);
          case 1 -> Lines.voided(head, seq, date, amount, 2);
          default -> Lines.capture(head, seq, date, amount, 1 + random.nextInt(3));
        };
    return Lines.planned(
        line,
        1 + random.nextInt(3),
        new io.openvpos.settlement.batch.domain.ReserveTerms(1_000, 2));
  }
}
