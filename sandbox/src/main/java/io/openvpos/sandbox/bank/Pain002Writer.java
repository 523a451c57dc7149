package io.openvpos.sandbox.bank;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// Writes pain.002.001.10 status reports. A report is a function of the logged file, so the same
/// file always gets the same bytes.
final class Pain002Writer {

  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";
  private static final int MAX_ID_LENGTH = 35;

  private final XMLStreamWriter xml;

  private Pain002Writer(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /// The file is accepted and every payment in it settled, but for those that cannot be.
  static String accepted(PaymentFile file) {
    boolean all = file.payments().stream().noneMatch(MagicAccounts::refuses);
    return write(file.messageId(), file.at(), all ? "ACCP" : "PART", null, file.payments());
  }

  /// The file is refused as a whole.
  ///
  /// @param reason an ISO 20022 external status reason code
  static String rejected(String messageId, String at, String reason) {
    return write(messageId, at, "RJCT", reason, List.of());
  }

  private static String write(
      String messageId,
      String at,
      String status,
      @Nullable String reason,
      List<PaymentFile.Payment> payments) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter stream = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new Pain002Writer(stream).report(messageId, at, status, reason, payments);
      stream.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A status report cannot be written.", e);
    }
    return text.toString();
  }

  private void report(
      String messageId,
      String at,
      String status,
      @Nullable String reason,
      List<PaymentFile.Payment> payments)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("Document");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeStartElement("CstmrPmtStsRpt");
    xml.writeStartElement("GrpHdr");
    String id = "S-" + messageId;
    leaf("MsgId", id.substring(0, Math.min(id.length(), MAX_ID_LENGTH)));
    leaf("CreDtTm", at);
    xml.writeEndElement();
    xml.writeStartElement("OrgnlGrpInfAndSts");
    leaf("OrgnlMsgId", messageId);
    leaf("OrgnlMsgNmId", "pain.001.001.09");
    leaf("GrpSts", status);
    if (reason != null) {
      reason(reason);
    }
    xml.writeEndElement();
    payments(messageId, payments);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void payments(String messageId, List<PaymentFile.Payment> payments)
      throws XMLStreamException {
    if (payments.isEmpty()) {
      return;
    }
    xml.writeStartElement("OrgnlPmtInfAndSts");
    leaf("OrgnlPmtInfId", messageId);
    for (PaymentFile.Payment payment : payments) {
      xml.writeStartElement("TxInfAndSts");
      leaf("OrgnlEndToEndId", payment.endToEndId());
      if (MagicAccounts.refuses(payment)) {
        leaf("TxSts", "RJCT");
        reason(MagicAccounts.REFUSAL);
      } else {
        leaf("TxSts", "ACSC");
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void reason(String code) throws XMLStreamException {
    xml.writeStartElement("StsRsnInf");
    xml.writeStartElement("Rsn");
    leaf("Cd", code);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void leaf(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
