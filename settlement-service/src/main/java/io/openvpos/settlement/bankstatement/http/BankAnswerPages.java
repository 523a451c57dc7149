package io.openvpos.settlement.bankstatement.http;

import io.openvpos.settlement.bankstatement.BankMessages.Filed;
import io.openvpos.settlement.bankstatement.domain.BankMessage;
import io.openvpos.settlement.bankstatement.domain.Booking;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The bank's messages and bookings as JSON. Amounts are minor units.
final class BankAnswerPages {

  private BankAnswerPages() {}

  /// A message.
  ///
  /// @param status working, taken
  /// @param counts how many parts of it were what
  record MessageAnswer(
      String id,
      String object,
      String format,
      String sha256,
      String status,
      Map<String, Long> counts,
      String receivedBy,
      Instant receivedAt) {

    static MessageAnswer of(BankMessage one) {
      BankMessage.Result result = one.result();
      return new MessageAnswer(
          one.id(),
          "bank_message",
          one.format(),
          one.sha256(),
          result == null ? "working" : "taken",
          result == null ? Map.of() : new TreeMap<>(result.counts()),
          one.by(),
          one.receivedAt());
    }
  }

  /// Messages, newest first.
  record MessagePage(List<MessageAnswer> data) {}

  /// A booking.
  ///
  /// @param kind payout, payout_return, scheme_receipt, exception; null within an exception
  record BookingAnswer(
      String id,
      @Nullable String kind,
      @Nullable String payoutId,
      String statementId,
      String account,
      @Nullable LocalDate bookedOn,
      String side,
      long amount,
      String currency,
      String endToEndId,
      String reference,
      String returnReason,
      String remittance) {

    static BookingAnswer of(Filed filed) {
      String payoutId = filed.finding().payoutId();
      return of(
          filed.booking(), filed.finding().kind().code(), payoutId.isEmpty() ? null : payoutId);
    }

    static BookingAnswer of(Booking one, @Nullable String kind, @Nullable String payoutId) {
      return new BookingAnswer(
          one.id(),
          kind,
          payoutId,
          one.statementId(),
          one.account(),
          one.bookedOn(),
          one.credit() ? "credit" : "debit",
          one.amount(),
          one.currency(),
          one.endToEndId(),
          one.reference(),
          one.returnReason(),
          one.remittance());
    }
  }

  /// A page of bookings, by id.
  record BookingPage(List<BookingAnswer> data, boolean hasMore) {}
}
