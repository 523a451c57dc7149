package io.openvpos.settlement.report.job;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Work on the files of closed days.
///
/// | action | status before | after |
/// |---|---|---|
/// | claim | waiting; running, of somebody who is silent | running |
/// | progress | running | running |
/// | finish | running | done |
/// | fail | running | waiting, or failed after [#MOST_FAILURES] in a row without a step forward |
/// | ask again | failed | waiting |
///
/// @param number which of its kind for these days, from 1; only checks are made more than once
/// @param runner who is at it; null before anybody was
/// @param done of `total` batches and days
/// @param differing how many files were not what was kept, [#MOST_TOLD] of them in `differences`
public record ReportJob(
    Purpose purpose,
    LocalDate from,
    LocalDate to,
    int number,
    Status status,
    @Nullable String runner,
    long total,
    long done,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    int failures,
    @Nullable String error,
    long differing,
    List<Difference> differences) {

  static final int MOST_FAILURES = 5;
  static final int MOST_TOLD = 100;
  private static final int MOST_ERROR_LETTERS = 300;

  /// What it does.
  public enum Purpose {
    MAKE,
    CHECK;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Where it stands.
  public enum Status {
    WAITING,
    RUNNING,
    DONE,
    FAILED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A file that is not what was kept.
  ///
  /// @param subject the file set
  /// @param kept the SHA-256 kept; empty if there was none
  public record Difference(String subject, String file, String kept, String found) {}

  public ReportJob {
    differences = List.copyOf(differences);
  }

  public static ReportJob make(LocalDate from, LocalDate to) {
    return waiting(Purpose.MAKE, from, to, 1);
  }

  public static ReportJob check(LocalDate day, int number) {
    return waiting(Purpose.CHECK, day, day, number);
  }

  private static ReportJob waiting(Purpose purpose, LocalDate from, LocalDate to, int number) {
    return new ReportJob(
        purpose, from, to, number, Status.WAITING, null, 0, 0, null, null, 0, null, 0, List.of());
  }

  /// `make.from.to` or `check.from.to.number`: asked for twice, it is the same.
  public String id() {
    String id = purpose.code() + "." + from + "." + to;
    return purpose == Purpose.CHECK ? id + "." + number : id;
  }

  public boolean isOver() {
    return status == Status.DONE || status == Status.FAILED;
  }

  ReportJob claimed(String by, Instant at) {
    return with(Status.RUNNING, by, startedAt == null ? at : startedAt, null);
  }

  ReportJob progressed(long nowDone, long of, List<Difference> more) {
    List<Difference> told =
        Stream.concat(differences.stream(), more.stream()).limit(MOST_TOLD).toList();
    return new ReportJob(
        purpose,
        from,
        to,
        number,
        status,
        runner,
        of,
        nowDone,
        startedAt,
        finishedAt,
        failures,
        error,
        differing + more.size(),
        told);
  }

  ReportJob finished(Instant at) {
    return with(Status.DONE, runner, startedAt, at);
  }

  /// Failures count from one again when it came further than the last time.
  ///
  /// @param nowDone what need not be done again
  ReportJob failed(String message, Instant at, long nowDone) {
    int inARow = nowDone > done ? 1 : failures + 1;
    boolean over = inARow >= MOST_FAILURES;
    return new ReportJob(
        purpose,
        from,
        to,
        number,
        over ? Status.FAILED : Status.WAITING,
        runner,
        total,
        nowDone,
        startedAt,
        over ? at : null,
        inARow,
        message.substring(0, Math.min(message.length(), MOST_ERROR_LETTERS)),
        differing,
        differences);
  }

  /// Asked for again after it failed.
  ReportJob again() {
    return new ReportJob(
        purpose,
        from,
        to,
        number,
        Status.WAITING,
        null,
        total,
        done,
        startedAt,
        null,
        0,
        error,
        differing,
        differences);
  }

  private ReportJob with(
      Status next, @Nullable String by, @Nullable Instant started, @Nullable Instant finished) {
    return new ReportJob(
        purpose,
        from,
        to,
        number,
        next,
        by,
        total,
        done,
        started,
        finished,
        failures,
        next == Status.DONE ? null : error,
        differing,
        differences);
  }
}
