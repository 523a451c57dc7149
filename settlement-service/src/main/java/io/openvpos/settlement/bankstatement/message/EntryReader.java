package io.openvpos.settlement.bankstatement.message;

import io.openvpos.settlement.bankstatement.domain.Booking;
import io.openvpos.settlement.iso20022.RefusedMessageException;
import io.openvpos.settlement.iso20022.XmlPart;
import io.openvpos.settlement.report.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one entry of a statement as the bookings that it is made of: one for each payment in it,
/// or one for the entry itself if it names none.
final class EntryReader {

  private static final String DETAILS = "NtryDtls/TxDtls";
  private static final int ID_DIGITS = 24;

  private final String account;
  private final String statementId;
  private final int number;
  private final String pointer;

  /// @param number the entry's place in its statement, from 1
  EntryReader(String account, String statementId, int number) {
    this.account = account;
    this.statementId = statementId;
    this.number = number;
    pointer = "/statements/" + statementId + "/entries/" + number;
  }

  List<Booking> read(XmlPart entry) {
    if (!StatementReader.isBooked(entry)) {
      return List.of();
    }
    List<XmlPart> details = entry.all(DETAILS);
    if (details.isEmpty()) {
      return List.of(booking(entry, entry, 0));
    }
    List<Booking> bookings = new ArrayList<>();
    for (int i = 0; i < details.size(); i++) {
      XmlPart detail = details.get(i);
      bookings.add(booking(entry, detail, details.size() == 1 ? 0 : i + 1));
    }
    requireSum(entry, bookings);
    return bookings;
  }

  /// Else it cannot be told which of them was booked with which amount.
  private void requireSum(XmlPart entry, List<Booking> bookings) {
    long sum = bookings.stream().mapToLong(Booking::signed).reduce(0, Math::addExact);
    String currency = Amounts.currency(entry);
    if (sum != Amounts.signed(entry, pointer)
        || bookings.stream().anyMatch(one -> !one.currency().equals(currency))) {
      throw new RefusedMessageException(pointer, "entry_does_not_add_up");
    }
  }

  /// @param place among the payments of the entry, from 1; 0 of the only one
  private Booking booking(XmlPart entry, XmlPart detail, int place) {
    XmlPart valued = detail.first("Amt").isPresent() ? detail : entry;
    if (place > 0 && valued.equals(entry)) {
      throw new RefusedMessageException(pointer, "entry_does_not_add_up");
    }
    String side = detail.text("CdtDbtInd");
    boolean credit = (side.isEmpty() ? entry.text("CdtDbtInd") : side).equals("CRDT");
    long amount = Amounts.minorUnits(valued, pointer);
    String currency = Amounts.currency(valued);
    String reference = reference(entry, detail, place);
    return new Booking(
        id(reference, place, credit, currency),
        statementId,
        account,
        bookedOn(entry),
        credit,
        amount,
        currency,
        StatementReader.isTrue(entry.text("RvslInd")),
        endToEndId(detail),
        reference,
        returnReason(detail),
        detail.text("RmtInf/Ustrd"));
  }

  private static String reference(XmlPart entry, XmlPart detail, int place) {
    String own = detail.text("Refs/AcctSvcrRef");
    String whole = entry.text("AcctSvcrRef");
    return !own.isEmpty() || whole.isEmpty() || place == 0
        ? own.isEmpty() ? whole : own
        : whole + "/" + place;
  }

  /// The bank writes NOTPROVIDED where there is none.
  private static String endToEndId(XmlPart detail) {
    String id = detail.text("Refs/EndToEndId");
    return id.equals("NOTPROVIDED") ? "" : id;
  }

  /// What is returned for a reason that is not said has the code for that.
  private static String returnReason(XmlPart detail) {
    return detail
        .first("RtrInf")
        .map(info -> info.text("Rsn/Cd") + info.text("Rsn/Prtry"))
        .map(code -> code.isEmpty() ? "NARR" : code)
        .orElse("");
  }

  private static @Nullable LocalDate bookedOn(XmlPart entry) {
    String date = entry.text("BookgDt/Dt") + entry.text("BookgDt/DtTm");
    return date.length() < 10 ? null : LocalDate.parse(date.substring(0, 10));
  }

  private String id(String reference, int place, boolean credit, String currency) {
    String name =
        reference.isEmpty()
            ? "place|" + statementId + "|" + number + "|" + place
            : "reference|" + reference;
    Sha256 sha = new Sha256();
    sha.add(
        String.join("|", account, currency, credit ? "C" : "D", name)
            .getBytes(StandardCharsets.UTF_8));
    return "bk_" + sha.hex().substring(0, ID_DIGITS);
  }
}
