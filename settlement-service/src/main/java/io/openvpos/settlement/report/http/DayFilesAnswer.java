package io.openvpos.settlement.report.http;

import io.openvpos.settlement.report.Sha256;
import io.openvpos.settlement.report.job.FileSet;
import io.openvpos.settlement.report.job.ReportFile;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files of a day: its own, and those of its batches in one line each.
///
/// @param ready once all of them are known
/// @param digest SHA-256 over the hexadecimal digests of all files, the day's own first, then by
///   batch id; null before they are ready
record DayFilesAnswer(
    LocalDate date,
    boolean ready,
    @Nullable String digest,
    List<FilesAnswer.FileAnswer> data,
    List<BatchFiles> batches) {

  /// @param digest SHA-256 over the hexadecimal digests of the batch's files, in their order
  record BatchFiles(String batchId, int files, String digest) {}

  static DayFilesAnswer of(LocalDate day, int batches, List<FileSet> sets) {
    boolean ready = sets.size() == batches + 1;
    return new DayFilesAnswer(
        day,
        ready,
        ready ? digest(sets) : null,
        sets.stream()
            .filter(set -> set.batchId() == null)
            .flatMap(set -> set.files().stream().map(file -> FilesAnswer.answer(set, file)))
            .toList(),
        sets.stream()
            .filter(set -> set.batchId() != null)
            .map(set ->
                new BatchFiles(
                    String.valueOf(set.batchId()), set.files().size(), digest(List.of(set))))
            .toList());
  }

  private static String digest(List<FileSet> sets) {
    return Sha256.ofDigests(
        sets.stream().flatMap(set -> set.files().stream()).map(ReportFile::sha256).toList());
  }
}
