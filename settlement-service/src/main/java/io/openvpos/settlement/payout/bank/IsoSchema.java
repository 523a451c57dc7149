package io.openvpos.settlement.payout.bank;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stax.StAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;

/// An ISO 20022 message definition as far as we exchange it. The schemas are subsets of the
/// standard written by us from its structure, not the files that ISO publishes.
final class IsoSchema {

  /// CustomerCreditTransferInitiation, what we write to a bank.
  static final IsoSchema PAIN_001 = new IsoSchema("pain.001.001.09");

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

  /// Refuses what is not a message of this definition. A document type declaration is refused as
  /// well, so no entity is ever looked up.
  ///
  /// @throws IllegalStateException says what is wrong
  void validate(byte[] xml) {
    try {
      Validator validator = schema.newValidator();
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      validator.validate(new StAXSource(reader(xml)));
    } catch (SAXException | XMLStreamException e) {
      throw new IllegalStateException("no valid " + name + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    while (!reader.isStartElement()) {
      if (reader.next() == XMLStreamReader.DTD) {
        throw new XMLStreamException("a document type declaration is not allowed");
      }
    }
    return reader;
  }
}
