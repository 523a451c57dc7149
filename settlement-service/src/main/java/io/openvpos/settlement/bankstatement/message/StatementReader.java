package io.openvpos.settlement.bankstatement.message;

import io.openvpos.settlement.bankstatement.domain.Booking;
import io.openvpos.settlement.bankstatement.domain.Statement;
import io.openvpos.settlement.iso20022.RefusedMessageException;
import io.openvpos.settlement.iso20022.SafeXml;
import io.openvpos.settlement.iso20022.XmlPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads ISO 20022 camt.053 and camt.054 that are valid by their schema, entry by entry. Only what
/// is booked counts; what is pending or for information will come again.
public final class StatementReader {

  private static final Set<String> STATEMENTS = Set.of("Stmt", "Ntfctn");
  private static final Set<String> PAGES = Set.of("MsgPgntn", "StmtPgntn", "NtfctnPgntn");
  private static final String BOOKED = "BOOK";

  private StatementReader() {}

  /// The statements of a message, in order.
  ///
  /// @throws RefusedMessageException says what cannot be taken
  public static List<Statement> read(byte[] xml) {
    List<Statement> statements = new ArrayList<>();
    try {
      XMLStreamReader reader = SafeXml.reader(xml);
      while (reader.hasNext()) {
        if (reader.isStartElement() && PAGES.contains(reader.getLocalName())) {
          requireWhole(XmlPart.read(reader));
        } else if (reader.isStartElement() && STATEMENTS.contains(reader.getLocalName())) {
          statements.add(statement(reader));
        }
        reader.next();
      }
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a message valid by its schema cannot be read", e);
    }
    return statements;
  }

  /// A statement in pages closes only with all of them.
  private static void requireWhole(XmlPart pages) {
    if (!isTrue(pages.text("LastPgInd")) || !isFirst(pages.text("PgNb"))) {
      throw new RefusedMessageException("/pages", "statement_in_pages");
    }
  }

  private static boolean isFirst(String page) {
    return page.replaceFirst("^0+", "").equals("1");
  }

  private static Statement statement(XMLStreamReader reader) throws XMLStreamException {
    String id = "";
    String account = "";
    List<XmlPart> balances = new ArrayList<>();
    List<Booking> bookings = new ArrayList<>();
    int entries = 0;
    while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
      String name = reader.getLocalName();
      XmlPart part = XmlPart.read(reader);
      if (PAGES.contains(name)) {
        requireWhole(part);
      }
      switch (name) {
        case "Id" -> id = part.text();
        case "Acct" -> account = part.text("Id/IBAN") + part.text("Id/Othr/Id");
        case "Bal" -> balances.add(part);
        case "Ntry" -> bookings.addAll(new EntryReader(account, id, ++entries).read(part));
        default -> {
          // Nothing of it is needed.
        }
      }
    }
    return new Statement(id, account, balances(id, balances), bookings);
  }

  private static Statement.@Nullable Balances balances(String id, List<XmlPart> balances) {
    if (balances.isEmpty()) {
      return null;
    }
    String pointer = "/statements/" + id;
    XmlPart opening = balance(balances, "OPBD", pointer);
    XmlPart closing = balance(balances, "CLBD", pointer);
    String currency = Amounts.currency(opening);
    if (!currency.equals(Amounts.currency(closing))) {
      throw new RefusedMessageException(pointer, "statement_does_not_close");
    }
    return new Statement.Balances(
        Amounts.signed(opening, pointer), Amounts.signed(closing, pointer), currency);
  }

  private static XmlPart balance(List<XmlPart> balances, String type, String pointer) {
    return balances.stream()
        .filter(one -> one.text("Tp/CdOrPrtry/Cd").equals(type))
        .findFirst()
        .orElseThrow(() -> new RefusedMessageException(pointer, "balance_missing"));
  }

  static boolean isTrue(String text) {
    return text.equals("true") || text.equals("1");
  }

  static boolean isBooked(XmlPart entry) {
    return entry.text("Sts/Cd").equals(BOOKED) || entry.text("Sts/Prtry").equals(BOOKED);
  }
}
