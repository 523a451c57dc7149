package io.openvpos.settlement.report.http;

import io.openvpos.settlement.report.job.ReportJob;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report job as callers see it.
///
/// @param purpose make or check
/// @param status waiting, running, done or failed
/// @param done of `total` batches and days
/// @param differing files that are not what was kept; a check that is done without any has passed
/// @param differences the first hundred of them
record JobAnswer(
    String id,
    String purpose,
    LocalDate from,
    LocalDate to,
    String status,
    long done,
    long total,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String error,
    long differing,
    List<DifferenceAnswer> differences) {

  /// A file that came out differently.
  record DifferenceAnswer(String subject, String file, String kept, String found) {}

  /// Newest days first.
  record Page(List<JobAnswer> data) {}

  static JobAnswer of(ReportJob job) {
    return new JobAnswer(
        job.id(),
        job.purpose().code(),
        job.from(),
        job.to(),
        job.status().code(),
        job.done(),
        job.total(),
        job.startedAt(),
        job.finishedAt(),
        job.error(),
        job.differing(),
        job.differences().stream()
            .map(one -> new DifferenceAnswer(one.subject(), one.file(), one.kept(), one.found()))
            .toList());
  }
}
