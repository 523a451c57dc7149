package io.openvpos.merchant.ledger.domain.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A balanced entry before a head gives it its place. Everything in it is a function of its cause
/// and of the cause's place in the log, so that a repeated delivery drafts the same entry.
///
/// @param eventId the cause; at most one entry of a head has it
/// @param salesDay the business day the entry is posted under
/// @param carriedOverFrom the cause's own day, if that had ended in its partition
/// @param contractVersion the version that priced it; of a refund, that of its oldest capture
/// @param line present exactly on batch lines
/// @param at when the cause was decided
public record EntryDraft(
    HeadKey head,
    String eventId,
    EntryType type,
    LocalDate salesDay,
    @Nullable LocalDate carriedOverFrom,
    @Nullable Integer contractVersion,
    List<Posting> postings,
    Source source,
    @Nullable Line line,
    Instant at) {

  public EntryDraft {
    postings = List.copyOf(postings);
    Invariant.check(!eventId.isEmpty() && printable(eventId), "an event id is visible text");
    Invariant.check(!postings.isEmpty(), "an entry has postings");
    Invariant.check(sum(postings) == 0, "an entry sums to zero: " + eventId);
    Invariant.check(type.batchLine() == (line != null), "batch lines have line facts: " + eventId);
    Invariant.check(
        carriedOverFrom == null || carriedOverFrom.isBefore(salesDay),
        "an entry is carried over to a later day: " + eventId);
  }

  public String id() {
    return head.entryId(eventId);
  }

  /// The sum of the debit legs, which is also that of the credit legs.
  public long debits() {
    long debits = 0;
    for (Posting posting : postings) {
      debits = Math.addExact(debits, Math.max(0, posting.amount()));
    }
    return debits;
  }

  /// What the entry adds to the head's paid_out: confirmed payouts less those that came back.
  long paidOut() {
    return Standing.paidOut(type, postings);
  }

  private static long sum(List<Posting> postings) {
    long sum = 0;
    for (Posting posting : postings) {
      sum = Math.addExact(sum, posting.amount());
    }
    return sum;
  }

  /// The canonical form writes the id on a line of its own.
  private static boolean printable(String eventId) {
    return eventId.chars().allMatch(letter -> letter > ' ' && letter < 127);
  }
}
