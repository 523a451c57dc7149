package io.openvpos.settlement.bankstatement.mongo;

import io.openvpos.settlement.bankstatement.domain.Booking;
import java.time.LocalDate;
import org.bson.Document;

/// How a booking is written, kept and in an exception alike.
final class BookingDocument {

  private BookingDocument() {}

  static Document write(Booking booking) {
    LocalDate bookedOn = booking.bookedOn();
    return new Document("_id", booking.id())
        .append("statement_id", booking.statementId())
        .append("account", booking.account())
        .append("booked_on", bookedOn == null ? null : bookedOn.toString())
        .append("credit", booking.credit())
        .append("amount", booking.amount())
        .append("currency", booking.currency())
        .append("reversal", booking.reversal())
        .append("end_to_end_id", booking.endToEndId())
        .append("reference", booking.reference())
        .append("return_reason", booking.returnReason())
        .append("remittance", booking.remittance());
  }

  static Booking read(Document found) {
    String bookedOn = found.getString("booked_on");
    return new Booking(
        found.getString("_id"),
        found.getString("statement_id"),
        found.getString("account"),
        bookedOn == null ? null : LocalDate.parse(bookedOn),
        found.getBoolean("credit"),
        found.getLong("amount"),
        found.getString("currency"),
        found.getBoolean("reversal"),
        found.getString("end_to_end_id"),
        found.getString("reference"),
        found.getString("return_reason"),
        found.getString("remittance"));
  }
}
