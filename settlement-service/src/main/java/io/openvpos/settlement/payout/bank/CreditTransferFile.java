package io.openvpos.settlement.payout.bank;

import io.openvpos.money.Money;
import io.openvpos.settlement.payout.bank.PaymentRails.Rail;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes ISO 20022 pain.001.001.09, CustomerCreditTransferInitiation. The same payouts give the
/// same bytes: no clock, no random, no order but that of the end-to-end ids.
public final class CreditTransferFile {

  private static final String NAME_SPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
  private static final int NAME_LENGTH = 140;

  /// Part of the format, so that the bytes do not depend on where they are written.
  private static final DateTimeFormatter LOCAL_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
          .withZone(ZoneId.of("Europe/Istanbul"));

  public byte[] write(PayoutFile file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("Document");
      xml.writeDefaultNamespace(NAME_SPACE);
      xml.writeStartElement("CstmrCdtTrfInitn");
      header(xml, file);
      for (Map.Entry<String, Block> block : blocks(file).entrySet()) {
        payment(xml, file, block.getKey(), block.getValue());
      }
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("file " + file.messageId() + " cannot be written", e);
    }
    return bytes.toByteArray();
  }

  /// Payments of one execution date that go one way.
  ///
  /// @param rail empty where the bank chooses
  record Block(LocalDate date, Optional<Rail> rail, List<Payout> payouts) {}

  /// The payment information blocks of a file by their ids, in order: by execution date and by the
  /// way payments go, since both stand in the block.
  static Map<String, Block> blocks(PayoutFile file) {
    Map<LocalDate, Map<String, Block>> dates = new TreeMap<>();
    for (Payout payout : file.payouts()) {
      LocalDate date = payout.executionDate();
      Optional<Rail> rail = PaymentRails.CURRENT.of(payout, file.createdAt());
      dates
          .computeIfAbsent(date, _ -> new TreeMap<>())
          .computeIfAbsent(
              rail.map(Rail::name).orElse(""), _ -> new Block(date, rail, new ArrayList<>()))
          .payouts()
          .add(payout);
    }
    Map<String, Block> blocks = new LinkedHashMap<>();
    for (Map<String, Block> sameDate : dates.values()) {
      for (Block block : sameDate.values()) {
        int number = blocks.size() + 1;
        blocks.put(file.messageId() + (number == 1 ? "" : "/" + number), block);
      }
    }
    return blocks;
  }

  private static void header(XMLStreamWriter xml, PayoutFile file) throws XMLStreamException {
    xml.writeStartElement("GrpHdr");
    text(xml, "MsgId", file.messageId());
    text(xml, "CreDtTm", time(file.createdAt()));
    totals(xml, file.payouts());
    xml.writeStartElement("InitgPty");
    text(xml, "Nm", LatinText.of(file.debtor().name(), NAME_LENGTH));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void payment(XMLStreamWriter xml, PayoutFile file, String id, Block block)
      throws XMLStreamException {
    List<Payout> payouts = block.payouts();
    xml.writeStartElement("PmtInf");
    text(xml, "PmtInfId", id);
    text(xml, "PmtMtd", "TRF");
    totals(xml, payouts);
    if (block.rail().isPresent()) {
      way(xml, block.rail().get());
    }
    nested(xml, block.date().toString(), "ReqdExctnDt", "Dt");
    nested(xml, LatinText.of(file.debtor().name(), NAME_LENGTH), "Dbtr", "Nm");
    xml.writeStartElement("DbtrAcct");
    nested(xml, file.debtor().iban(), "Id", "IBAN");
    text(xml, "Ccy", file.currency());
    xml.writeEndElement();
    nested(xml, file.debtor().bic(), "DbtrAgt", "FinInstnId", "BICFI");
    text(xml, "ChrgBr", "SLEV");
    for (Payout payout : payouts) {
      transfer(xml, payout);
    }
    xml.writeEndElement();
  }

  private static void way(XMLStreamWriter xml, Rail rail) throws XMLStreamException {
    xml.writeStartElement("PmtTpInf");
    nested(xml, rail.serviceLevel(), "SvcLvl", "Cd");
    nested(xml, rail.name(), "LclInstrm", "Prtry");
    xml.writeEndElement();
  }

  private static void transfer(XMLStreamWriter xml, Payout payout) throws XMLStreamException {
    xml.writeStartElement("CdtTrfTxInf");
    nested(xml, payout.id(), "PmtId", "EndToEndId");
    xml.writeStartElement("Amt");
    xml.writeStartElement("InstdAmt");
    xml.writeAttribute("Ccy", payout.head().currency());
    xml.writeCharacters(decimal(payout.amount(), payout.head().currency()));
    xml.writeEndElement();
    xml.writeEndElement();
    nested(xml, LatinText.of(payout.beneficiary().name(), NAME_LENGTH), "Cdtr", "Nm");
    nested(xml, payout.beneficiary().iban(), "CdtrAcct", "Id", "IBAN");
    nested(xml, "Payout of " + payout.day(), "RmtInf", "Ustrd");
    xml.writeEndElement();
  }

  private static void totals(XMLStreamWriter xml, List<Payout> payouts) throws XMLStreamException {
    long sum = payouts.stream().mapToLong(Payout::amount).reduce(0, Math::addExact);
    text(xml, "NbOfTxs", String.valueOf(payouts.size()));
    text(xml, "CtrlSum", decimal(sum, payouts.getFirst().head().currency()));
  }

  /// Writes `value` inside the elements, the outermost first.
  private static void nested(XMLStreamWriter xml, String value, String... elements)
      throws XMLStreamException {
    for (String element : elements) {
      xml.writeStartElement(element);
    }
    xml.writeCharacters(value);
    for (int i = 0; i < elements.length; i++) {
      xml.writeEndElement();
    }
  }

  private static void text(XMLStreamWriter xml, String element, String value)
      throws XMLStreamException {
    nested(xml, value, element);
  }

  private static String decimal(long minorUnits, String currency) {
    return Money.of(minorUnits, currency).toDecimal();
  }

  private static String time(Instant at) {
    return LOCAL_TIME.format(at);
  }
}
