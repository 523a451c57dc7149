package io.openvpos.settlement.payout.bank;

import io.openvpos.settlement.payout.domain.Bank.Answer;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads ISO 20022 pain.002, CustomerPaymentStatusReport, of any version: for each payment the bank
/// names, whether it is settled (ACSC, ACCC) or refused (RJCT). What is only under way is left out.
final class StatusReport {

  private static final String NO_REASON = "NARR";

  private StatusReport() {}

  static List<Answer> read(byte[] xml) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
      List<Answer> answers = new ArrayList<>();
      boolean isReport = false;
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          isReport |= reader.getLocalName().equals("CstmrPmtStsRpt");
          if (isReport && reader.getLocalName().equals("TxInfAndSts")) {
            add(answers, oneTransfer(reader));
          }
        }
      }
      if (!isReport) {
        throw new IllegalStateException("the bank's answer is no payment status report");
      }
      return answers;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the bank's answer cannot be read", e);
    }
  }

  private static void add(List<Answer> answers, Map<String, String> fields) {
    String id = Objects.toString(fields.get("OrgnlEndToEndId"), "");
    switch (Objects.toString(fields.get("TxSts"), "")) {
      case "ACSC", "ACCC" -> answers.add(new Answer.Paid(id));
      case "RJCT" -> answers.add(new Answer.Refused(id, fields.getOrDefault("Cd", NO_REASON)));
      default -> {
        // Accepted but not settled yet: asked again later.
      }
    }
  }

  /// The texts of the leaves inside the current element; the first of a name counts.
  private static Map<String, String> oneTransfer(XMLStreamReader reader) throws XMLStreamException {
    Map<String, String> fields = new HashMap<>();
    String leaf = "";
    StringBuilder text = new StringBuilder();
    for (int depth = 1; depth > 0; ) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          leaf = reader.getLocalName();
          text.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          if (reader.getLocalName().equals(leaf)) {
            fields.putIfAbsent(leaf, text.toString().strip());
          }
        }
        default -> {
          // Comments and the like say nothing.
        }
      }
    }
    return fields;
  }
}
