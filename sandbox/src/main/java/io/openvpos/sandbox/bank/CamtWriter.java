package io.openvpos.sandbox.bank;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes camt.053.001.08 statements and camt.054.001.08 notifications of a day, one for each
/// account and currency. No clock: the same bookings are the same bytes.
final class CamtWriter {

  /// Which of the two, and how it names its parts.
  enum Kind {
    STATEMENT("camt.053.001.08", "BkToCstmrStmt", "Stmt", "ST-"),
    NOTIFICATION("camt.054.001.08", "BkToCstmrDbtCdtNtfctn", "Ntfctn", "NT-");

    private final String message;
    private final String root;
    private final String part;
    private final String prefix;

    Kind(String message, String root, String part, String prefix) {
      this.message = message;
      this.root = root;
      this.part = part;
      this.prefix = prefix;
    }
  }

  private final XMLStreamWriter xml;
  private final Kind kind;

  private CamtWriter(XMLStreamWriter xml, Kind kind) {
    this.xml = xml;
    this.kind = kind;
  }

  static String write(Kind kind, String date, List<AccountBook.Day> days) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter stream = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new CamtWriter(stream, kind).message(date, days);
      stream.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A statement cannot be written.", e);
    }
    return text.toString();
  }

  private void message(String date, List<AccountBook.Day> days) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("Document");
    xml.writeDefaultNamespace("urn:iso:std:iso:20022:tech:xsd:" + kind.message);
    xml.writeStartElement(kind.root);
    xml.writeStartElement("GrpHdr");
    leaf("MsgId", kind.prefix + date + "-" + bookings(days));
    leaf("CreDtTm", date + "T23:59:59+03:00");
    xml.writeEndElement();
    for (AccountBook.Day day : days) {
      part(day);
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private static int bookings(List<AccountBook.Day> days) {
    return days.stream().mapToInt(day -> day.movements().size()).sum();
  }

  /// One asked for again after more was booked is another one: the count is in its id.
  private void part(AccountBook.Day day) throws XMLStreamException {
    String currency = day.account().currency();
    xml.writeStartElement(kind.part);
    leaf("Id", kind.prefix + day.date() + "-" + currency + "-" + day.movements().size());
    xml.writeStartElement("Acct");
    if (day.account().equals(AccountBook.unknown(currency))) {
      nested(day.account().number(), "Id", "Othr", "Id");
    } else {
      nested(day.account().number(), "Id", "IBAN");
    }
    leaf("Ccy", currency);
    xml.writeEndElement();
    if (kind == Kind.STATEMENT) {
      balance("OPBD", day.opening(), day);
      balance("CLBD", day.closing(), day);
    }
    for (AccountBook.Movement movement : day.movements()) {
      entry(movement, day);
    }
    xml.writeEndElement();
  }

  private void balance(String type, long amount, AccountBook.Day day) throws XMLStreamException {
    xml.writeStartElement("Bal");
    nested(type, "Tp", "CdOrPrtry", "Cd");
    amount(Math.abs(amount), day.account().currency());
    leaf("CdtDbtInd", amount < 0 ? "DBIT" : "CRDT");
    nested(day.date(), "Dt", "Dt");
    xml.writeEndElement();
  }

  private void entry(AccountBook.Movement movement, AccountBook.Day day) throws XMLStreamException {
    xml.writeStartElement("Ntry");
    amount(movement.amount(), day.account().currency());
    leaf("CdtDbtInd", movement.isCredit() ? "CRDT" : "DBIT");
    nested("BOOK", "Sts", "Cd");
    nested(day.date(), "BookgDt", "Dt");
    nested(day.date(), "ValDt", "Dt");
    leaf("AcctSvcrRef", movement.reference());
    nested(movement.isCredit() ? "RETURN" : "TRANSFER", "BkTxCd", "Prtry", "Cd");
    xml.writeStartElement("NtryDtls");
    xml.writeStartElement("TxDtls");
    nested(movement.endToEndId(), "Refs", "EndToEndId");
    if (movement.isCredit()) {
      nested(movement.reason(), "RtrInf", "Rsn", "Cd");
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void amount(long minorUnits, String currency) throws XMLStreamException {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    xml.writeStartElement("Amt");
    xml.writeAttribute("Ccy", currency);
    xml.writeCharacters(BigDecimal.valueOf(minorUnits, digits).toPlainString());
    xml.writeEndElement();
  }

  /// The text inside the elements, the outermost first.
  private void nested(String text, String... names) throws XMLStreamException {
    for (String name : names) {
      xml.writeStartElement(name);
    }
    xml.writeCharacters(text);
    for (int i = 0; i < names.length; i++) {
      xml.writeEndElement();
    }
  }

  private void leaf(String name, String text) throws XMLStreamException {
    nested(text, name);
  }
}
