package io.openvpos.settlement.bankstatement.domain;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A message of the bank as it came.
///
/// @param id made from its SHA-256, so the same bytes are the same message
/// @param format such as `camt.053.001.08`
/// @param by who handed it in
/// @param result null until all of it is taken
@SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
public record BankMessage(
    String id,
    String sha256,
    String format,
    byte[] content,
    String by,
    Instant receivedAt,
    @Nullable Result result) {

  /// What came of it.
  ///
  /// @param counts how many parts were what: kinds of bookings, or statuses of payouts
  public record Result(Map<String, Long> counts, Instant takenAt) {
    public Result {
      counts = Map.copyOf(counts);
    }
  }
}
