package io.openvpos.settlement.iso20022;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One element with everything in it, read whole: small parts of a message of any length.
///
/// @param text its own, without spaces around it
public record XmlPart(
    String name, String text, Map<String, String> attributes, List<XmlPart> parts) {

  public XmlPart {
    attributes = Map.copyOf(attributes);
    parts = List.copyOf(parts);
  }

  /// Reads the element that the reader stands at, to its end.
  public static XmlPart read(XMLStreamReader reader) throws XMLStreamException {
    String name = reader.getLocalName();
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    StringBuilder text = new StringBuilder();
    List<XmlPart> parts = new ArrayList<>();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        parts.add(read(reader));
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(reader.getText());
      }
    }
    return new XmlPart(name, text.toString().strip(), attributes, parts);
  }

  /// All parts at a path such as `NtryDtls/TxDtls`, in order.
  public List<XmlPart> all(String path) {
    List<XmlPart> found = List.of(this);
    for (String step : path.split("/", -1)) {
      found =
          found.stream()
              .flatMap(one -> one.parts.stream())
              .filter(one -> one.name.equals(step))
              .toList();
    }
    return found;
  }

  public Optional<XmlPart> first(String path) {
    return all(path).stream().findFirst();
  }

  /// The text of the first part at a path; empty if there is none.
  public String text(String path) {
    return first(path).map(XmlPart::text).orElse("");
  }
}
