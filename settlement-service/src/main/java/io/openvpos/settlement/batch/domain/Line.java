package io.openvpos.settlement.batch.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One journal entry that a batch pays out: caused by a payment, a chargeback or an adjustment.
///
/// @param seq the entry's number in its head; with the head it is the line's identity
/// @param salesDay the business day the entry is posted under
/// @param carriedOverFrom the cause's own day, if that had ended already
/// @param contractVersion that priced it; null where nothing was priced
/// @param debits the sum of the entry's debit legs: what the ledger's day totals are counted by
/// @param hash of the entry in the ledger's chain
/// @param knownAt the broker's time of the entry's record: since when settlement could know of it;
///   null on lines stored before it was kept
public record Line(
    Head head,
    long seq,
    String entryId,
    LineType type,
    Source source,
    LocalDate salesDay,
    @Nullable LocalDate carriedOverFrom,
    @Nullable Integer contractVersion,
    Figures figures,
    long debits,
    Detail detail,
    String hash,
    @Nullable Instant knownAt) {

  /// Where the cause stood in the log.
  public record Source(String topic, int partition) {}

  /// What a report says beyond the amounts. An adjustment has none of it.
  ///
  /// @param valueDays calendar days from the business day to the value date
  /// @param parts 1: due at once, by the value days; n: in n parts, part i on day + i months
  /// @param reserve of the contract version that priced it
  /// @param cardClass that it was priced by; null on lines from before the ledger told it
  /// @param payoutTerms of the contract version that priced it
  public record Detail(
      String paymentId,
      @Nullable String refundId,
      String orderId,
      @Nullable Instant capturedAt,
      String cardBrand,
      String last4,
      int installments,
      @Nullable String rrn,
      @Nullable String authorizationCode,
      int valueDays,
      int parts,
      ReserveTerms reserve,
      @Nullable String cardClass,
      PayoutTerms payoutTerms) {

    /// Of an entry that says nothing beyond its amounts.
    public static final Detail NONE =
        new Detail(
            "",
            null,
            "",
            null,
            "",
            "",
            1,
            null,
            null,
            0,
            1,
            ReserveTerms.NONE,
            null,
            PayoutTerms.NONE);
  }

  /// `head|seq`.
  public String id() {
    return id(head, seq);
  }

  public static String id(Head head, long seq) {
    return head.id() + "|" + seq;
  }

  /// Of the fact that caused the entry.
  public String eventId() {
    return entryId.substring(head.id().length() + 1);
  }

  public String batchId() {
    return BatchId.of(salesDay, head);
  }

  /// Of two copies of a line, that by which it was known first. A record that the ledger's relay
  /// sent again is the same entry at another time of the broker.
  public Line knownFirst(Line copy) {
    if (knownAt == null || copy.knownAt == null) {
      return knownAt == null ? this : copy;
    }
    return copy.knownAt.isBefore(knownAt) ? copy : this;
  }
}
