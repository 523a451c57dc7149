package io.openvpos.settlement.iso20022;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stax.StAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;

/// An ISO 20022 message definition as far as we exchange it. The schemas are subsets of the
/// standard written by us from its structure, not the files that ISO publishes. Of what we are
/// sent, parts that nobody here reads may hold anything.
public final class IsoSchema {

  /// CustomerCreditTransferInitiation, what we write to a bank.
  public static final IsoSchema PAIN_001 = new IsoSchema("pain.001.001.09");

  /// CustomerPaymentStatusReport, a bank's answer to it.
  public static final IsoSchema PAIN_002 = new IsoSchema("pain.002.001.10");

  /// BankToCustomerStatement, what was booked on an account, with its balances.
  public static final IsoSchema CAMT_053 = new IsoSchema("camt.053.001.08");

  /// BankToCustomerDebitCreditNotification, what was booked, without balances.
  public static final IsoSchema CAMT_054 = new IsoSchema("camt.054.001.08");

  private static final String NAME_SPACE = "urn:iso:std:iso:20022:tech:xsd:";

  private final String name;
  private final Schema schema;

  private IsoSchema(String name) {
    this.name = name;
    URL resource = IsoSchema.class.getResource("/iso20022/" + name + "-subset.xsd");
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      schema = factory.newSchema(Objects.requireNonNull(resource, name));
    } catch (SAXException e) {
      throw new IllegalStateException("schema " + name + " cannot be read", e);
    }
  }

  /// Which of the messages that a bank sends it says it is; empty for any other.
  ///
  /// @throws InvalidMessageException if it is no XML at all
  public static Optional<IsoSchema> ofBank(byte[] xml) {
    try {
      String found = SafeXml.reader(xml).getNamespaceURI();
      return Stream.of(PAIN_002, CAMT_053, CAMT_054)
          .filter(one -> (NAME_SPACE + one.name).equals(found))
          .findFirst();
    } catch (XMLStreamException e) {
      throw new InvalidMessageException("no message of a bank", line(e), e);
    }
  }

  /// The message's name and version, such as `camt.053.001.08`.
  public String name() {
    return name;
  }

  /// Refuses what is not a message of this definition. A document type declaration is refused as
  /// well, so no entity is ever looked up.
  ///
  /// @throws InvalidMessageException says what is wrong
  public void validate(byte[] xml) {
    int line = 0;
    try {
      Validator validator = schema.newValidator();
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      XMLStreamReader reader = SafeXml.reader(xml);
      try {
        validator.validate(new StAXSource(reader));
      } finally {
        line = reader.getLocation().getLineNumber();
      }
    } catch (SAXException e) {
      throw new InvalidMessageException("no valid " + name + ": " + e.getMessage(), line, e);
    } catch (XMLStreamException e) {
      throw new InvalidMessageException("no valid " + name + ": " + e.getMessage(), line(e), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int line(XMLStreamException e) {
    return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
  }
}
