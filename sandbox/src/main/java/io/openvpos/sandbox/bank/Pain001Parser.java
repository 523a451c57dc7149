package io.openvpos.sandbox.bank;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// Reads pain.001.001.09. Document types are refused, so no entity is ever resolved.
final class Pain001Parser {

  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

  /// What the file says, before the bank decides.
  ///
  /// @param statedCount GrpHdr/NbOfTxs
  /// @param statedSum GrpHdr/CtrlSum
  /// @param debtor DbtrAcct; null if the file names none
  record Instruction(
      String messageId,
      int statedCount,
      BigDecimal statedSum,
      BigDecimal sum,
      List<PaymentFile.Payment> payments,
      @Nullable String debtor) {

    boolean addsUp() {
      return statedCount == payments.size() && statedSum.compareTo(sum) == 0;
    }
  }

  private static final ErrorHandler STRICT =
      new ErrorHandler() {
        @Override
        public void warning(SAXParseException e) throws SAXException {
          throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
          throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
          throw e;
        }
      };

  private Pain001Parser() {}

  static Instruction parse(String xml) throws UnreadableFileException {
    try {
      DocumentBuilder builder = factory().newDocumentBuilder();
      builder.setErrorHandler(STRICT);
      return instruction(builder.parse(new InputSource(new StringReader(xml))));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new UnreadableFileException("The body is no XML that is accepted.", e);
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new UnreadableFileException("A number or currency cannot be read.", e);
    }
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    return factory;
  }

  private static Instruction instruction(Document document) throws UnreadableFileException {
    Element header = only(document.getDocumentElement(), "GrpHdr");
    List<PaymentFile.Payment> payments = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (Element block : all(document.getDocumentElement(), "PmtInf")) {
      String executionDate = text(block, "ReqdExctnDt");
      for (Element transfer : all(block, "CdtTrfTxInf")) {
        Element amount = only(transfer, "InstdAmt");
        BigDecimal value = new BigDecimal(amount.getTextContent().strip());
        sum = sum.add(value);
        payments.add(payment(transfer, value, amount.getAttribute("Ccy"), executionDate));
      }
    }
    return new Instruction(
        text(header, "MsgId"),
        Integer.parseInt(text(header, "NbOfTxs")),
        new BigDecimal(text(header, "CtrlSum")),
        sum,
        List.copyOf(payments),
        debtor(document.getDocumentElement()));
  }

  /// The account of the file's first block; a file has one.
  private static @Nullable String debtor(Element root) throws UnreadableFileException {
    List<Element> accounts = all(root, "DbtrAcct");
    return accounts.isEmpty() ? null : text(accounts.getFirst(), "Id");
  }

  private static PaymentFile.Payment payment(
      Element transfer, BigDecimal value, String currency, String executionDate)
      throws UnreadableFileException {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return new PaymentFile.Payment(
        text(transfer, "EndToEndId"),
        value.movePointRight(digits).longValueExact(),
        currency,
        text(only(transfer, "CdtrAcct"), "Id"),
        executionDate);
  }

  private static List<Element> all(Element parent, String name) {
    NodeList found = parent.getElementsByTagNameNS(NAMESPACE, name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static Element only(Element parent, String name) throws UnreadableFileException {
    List<Element> found = all(parent, name);
    if (found.isEmpty()) {
      throw new UnreadableFileException(name + " of pain.001.001.09 is missing.", null);
    }
    return found.getFirst();
  }

  private static String text(Element parent, String name) throws UnreadableFileException {
    String text = only(parent, name).getTextContent().strip();
    if (text.isEmpty()) {
      throw new UnreadableFileException(name + " is empty.", null);
    }
    return text;
  }
}
