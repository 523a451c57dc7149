package io.openvpos.settlement.certificate.reports;

import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.businessday.domain.DayStatus;
import io.openvpos.settlement.certificate.domain.CertificateStore;
import io.openvpos.settlement.report.job.FileSet;
import io.openvpos.settlement.report.job.FileSetStore;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Certifies the reports of closed days, one day after another, as soon as all files of a day are
/// known. Safe to repeat and to run in two instances at once: file sets never change.
public final class ReportsCertifier {

  private static final int DAYS_AT_ONCE = 40;

  private final Sources sources;
  private final ReportsCertificates reports;
  private volatile @Nullable LocalDate certified;

  /// What is certified.
  public record Sources(
      DayLog days, BatchStore batches, FileSetStore files, CertificateStore certificates) {}

  public ReportsCertifier(Sources sources, ReportsCertificates reports) {
    this.sources = sources;
    this.reports = reports;
  }

  /// Goes from the last certified day on, up to the first of which a file is missing.
  public void run() {
    for (LocalDate day : waiting()) {
      List<FileSet> sets = sources.files().ofDay(day);
      if (sets.size() != sources.batches().ofDay(day).size() + 1) {
        return;
      }
      reports.insert(
          ReportsCertificateText.write(
              day, sources.certificates().ofDay(day), sets, reports.find(day.minusDays(1))));
      certified = day;
    }
  }

  /// Closed days behind the newest certified one, oldest first.
  private Deque<LocalDate> waiting() {
    Deque<LocalDate> waiting = new ArrayDeque<>();
    Optional<LocalDate> before = Optional.empty();
    while (true) {
      List<BusinessDay> page = sources.days().list(before, DAYS_AT_ONCE);
      for (BusinessDay day : page) {
        if (isCertified(day.day())) {
          return waiting;
        }
        if (day.status() == DayStatus.CLOSED) {
          waiting.addFirst(day.day());
        }
      }
      if (page.size() < DAYS_AT_ONCE) {
        return waiting;
      }
      before = Optional.of(page.getLast().day());
    }
  }

  private boolean isCertified(LocalDate day) {
    return day.equals(certified) || reports.find(day).isPresent();
  }
}
