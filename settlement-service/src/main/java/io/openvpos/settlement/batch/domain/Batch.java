package io.openvpos.settlement.batch.domain;

import java.time.LocalDate;
import java.util.List;

/// The lines of one merchant, mode, currency and business day, closed for ever: a pure function of
/// those lines and of the calendar version that it freezes: that of its currency.
///
/// @param lines how many
/// @param dues what becomes payable when, by value date; they sum to the net
/// @param earliestValueDate that refunds and adjustments take
/// @param entries the ledger sequence numbers of its lines
/// @param contractVersions that priced its lines, ascending
/// @param reserve of the newest of them: what is held back of its net
/// @param payoutTerms of the newest of them: in which currency and from which amount on it is paid
/// @param digest SHA-256 of the CSV report, lower-case hexadecimal
public record Batch(
    String id,
    LocalDate day,
    Head head,
    long lines,
    Figures figures,
    TypeTotals types,
    List<Due> dues,
    LocalDate earliestValueDate,
    List<SeqRange> entries,
    String calendarVersion,
    List<Integer> contractVersions,
    ReserveTerms reserve,
    PayoutTerms payoutTerms,
    String digest) {

  public Batch {
    dues = List.copyOf(dues);
    entries = List.copyOf(entries);
    contractVersions = List.copyOf(contractVersions);
    if (dues.stream().mapToLong(Due::amount).sum() != figures.net()) {
      throw new IllegalStateException("the dues of " + id + " do not sum to its net");
    }
  }

  /// Of the one fact about a batch: that it is closed.
  public static String eventId(String batchId) {
    return batchId + ":1";
  }

  public Batch withDigest(String reportDigest) {
    return new Batch(
        id,
        day,
        head,
        lines,
        figures,
        types,
        dues,
        earliestValueDate,
        entries,
        calendarVersion,
        contractVersions,
        reserve,
        payoutTerms,
        reportDigest);
  }
}
