package io.openvpos.settlement.batch.http;

import io.openvpos.settlement.batch.domain.Batch;
import java.time.LocalDate;
import java.util.List;

/// A batch as callers see it; amounts in minor units, all but `net` as magnitudes.
record BatchAnswer(
    String id,
    LocalDate date,
    String merchantId,
    String mode,
    String currency,
    long lines,
    long gross,
    long commission,
    long tax,
    long net,
    List<DueAnswer> dues,
    String calendarVersion,
    List<Integer> contractVersions,
    String digest) {

  /// What becomes payable on a date.
  record DueAnswer(LocalDate valueDate, long amount) {}

  /// A page of batches, newest day first.
  record Page(List<BatchAnswer> data, boolean hasMore) {}

  static BatchAnswer of(Batch batch) {
    return new BatchAnswer(
        batch.id(),
        batch.day(),
        batch.head().merchantId(),
        batch.head().mode().code(),
        batch.head().currency(),
        batch.lines(),
        batch.figures().gross(),
        -batch.figures().commission(),
        -batch.figures().tax(),
        batch.figures().net(),
        batch.dues().stream().map(due -> new DueAnswer(due.valueDate(), due.amount())).toList(),
        batch.calendarVersion(),
        batch.contractVersions(),
        batch.digest());
  }
}
