package io.openvpos.settlement.report.job;

import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.businessday.domain.DayStatus;
import io.openvpos.settlement.report.job.JobStore.Stored;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes orders for jobs: of every day that was closed, and what people ask for.
public final class JobDesk {

  private static final int DAYS_AT_ONCE = 40;

  private final DayLog days;
  private final JobStore jobs;
  private @Nullable LocalDate ordered;

  public JobDesk(DayLog days, JobStore jobs) {
    this.days = days;
    this.jobs = jobs;
  }

  /// Orders the files of every closed day that has no job yet. The first time it goes back to the
  /// very first day. Called by one thread.
  public void orderClosedDays() {
    LocalDate upTo = ordered;
    LocalDate newest = null;
    Optional<LocalDate> before = Optional.empty();
    while (true) {
      List<BusinessDay> page = days.list(before, DAYS_AT_ONCE);
      for (BusinessDay day : page) {
        if (upTo != null && !day.day().isAfter(upTo)) {
          ordered = newest == null ? upTo : newest;
          return;
        }
        if (day.status() == DayStatus.CLOSED) {
          jobs.insert(ReportJob.make(day.day(), day.day()));
          newest = newest == null ? day.day() : newest;
        }
      }
      if (page.size() < DAYS_AT_ONCE) {
        ordered = newest;
        return;
      }
      before = Optional.of(page.getLast().day());
    }
  }

  /// The job that makes the files of these days; the same one for the same days. One that failed
  /// begins again. Empty if one of them is not a closed day.
  public Optional<ReportJob> order(LocalDate from, LocalDate to) {
    boolean closed = from.datesUntil(to.plusDays(1)).allMatch(this::isClosed);
    return closed ? Optional.of(inserted(ReportJob.make(from, to))) : Optional.empty();
  }

  /// A job that makes the files of a day again and compares; the one that is open, if any. Empty if
  /// the day is not closed.
  public Optional<ReportJob> check(LocalDate day) {
    if (!isClosed(day)) {
      return Optional.empty();
    }
    int number = 1;
    while (true) {
      ReportJob wanted = ReportJob.check(day, number);
      if (jobs.insert(wanted)) {
        return Optional.of(wanted);
      }
      ReportJob found = jobs.find(wanted.id()).orElseThrow().job();
      if (!found.isOver()) {
        return Optional.of(found);
      }
      number++;
    }
  }

  public Optional<ReportJob> find(String id) {
    return jobs.find(id).map(Stored::job);
  }

  public List<ReportJob> newest(int limit) {
    return jobs.newest(limit);
  }

  private boolean isClosed(LocalDate day) {
    return days.find(day).filter(found -> found.status() == DayStatus.CLOSED).isPresent();
  }

  private ReportJob inserted(ReportJob wanted) {
    if (jobs.insert(wanted)) {
      return wanted;
    }
    Stored found = jobs.find(wanted.id()).orElseThrow();
    if (found.job().status() != ReportJob.Status.FAILED) {
      return found.job();
    }
    jobs.replace(found, found.job().again());
    return jobs.find(wanted.id()).orElseThrow().job();
  }
}
