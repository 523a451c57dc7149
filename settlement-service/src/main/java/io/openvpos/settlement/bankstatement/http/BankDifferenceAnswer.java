package io.openvpos.settlement.bankstatement.http;

import io.openvpos.settlement.bankstatement.domain.BankDifference;
import io.openvpos.settlement.bankstatement.domain.Booking;
import io.openvpos.settlement.bankstatement.http.BankAnswerPages.BookingAnswer;
import io.openvpos.settlement.matter.domain.Matter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An exception of the bank's messages as JSON.
///
/// @param booking null of what a status report says
/// @param detail what the status report says
/// @param ageDays since it was opened
/// @param proposal identity of the resolution that waits; to be named by whoever confirms it
record BankDifferenceAnswer(
    String id,
    String object,
    String kind,
    String messageId,
    @Nullable String payoutId,
    @Nullable BookingAnswer booking,
    String detail,
    String status,
    String owner,
    long ageDays,
    Instant openedAt,
    List<Matter.Note> notes,
    Matter.@Nullable Resolution resolution,
    @Nullable String proposal,
    String confirmedBy) {

  /// A page of exceptions, by id.
  record Page(List<BankDifferenceAnswer> data, boolean hasMore) {}

  static BankDifferenceAnswer of(BankDifference one, Instant now) {
    Booking booking = one.booking();
    Matter matter = one.matter();
    return new BankDifferenceAnswer(
        one.id(),
        "bank_exception",
        one.kind(),
        one.messageId(),
        one.payoutId().isEmpty() ? null : one.payoutId(),
        booking == null ? null : BookingAnswer.of(booking, null, null),
        one.detail(),
        matter.status().code(),
        matter.owner(),
        Duration.between(matter.openedAt(), now).toDays(),
        matter.openedAt(),
        matter.notes(),
        matter.resolution(),
        matter.proposal(),
        matter.confirmedBy());
  }
}
