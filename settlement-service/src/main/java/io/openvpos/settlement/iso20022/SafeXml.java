package io.openvpos.settlement.iso20022;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads XML of strangers: no document type, so neither entities nor anything outside is looked up.
public final class SafeXml {

  private SafeXml() {}

  /// Standing at the root element.
  public static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    while (!reader.isStartElement()) {
      if (reader.next() == XMLStreamConstants.DTD) {
        throw new XMLStreamException("a document type declaration is not allowed");
      }
    }
    return reader;
  }
}
